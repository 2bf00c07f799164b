package io.timerscope.autoconfigure;

import java.time.Duration;

import io.timerscope.Site;
import io.timerscope.TrackingPolicy;
import io.timerscope.autoconfigure.TimerscopeProperties.Rule;
import io.timerscope.finding.FindingLimits;
import org.jspecify.annotations.Nullable;

/**
 * What the user has set, for each site: the properties, the rules, and what a
 * {@link TrackingPolicy} of the application decides in place of the rules.
 */
final class UserSettings implements FindingLimits {

	private final TimerscopeProperties properties;

	private final RulesPolicy rules;

	private final TrackingPolicy policy;

	/**
	 * Reads the settings.
	 * @param properties the settings of all sites, and the rules of single ones
	 * @param own the application's policy; {@code null} for the rules
	 */
	UserSettings(TimerscopeProperties properties, @Nullable TrackingPolicy own) {
		this.properties = properties;
		this.rules = new RulesPolicy(properties);
		this.policy = (own != null) ? own : this.rules;
	}

	/** What the ledger asks. */
	TrackingPolicy policy() {
		return this.policy;
	}

	/** Whether the rules decide, and not a policy of the application. */
	boolean rulesDecide() {
		return this.policy == this.rules;
	}

	/** Where rules are added at run time. */
	RulesPolicy rules() {
		return this.rules;
	}

	@Override
	public int consecutive() {
		return this.properties.guard().consecutive();
	}

	@Override
	public int failingAfter() {
		return this.properties.failingAfter();
	}

	@Override
	public Duration stuckAfter(Site site) {
		Rule rule = this.rules.rule(site);
		return (rule != null && rule.stuckAfter() != null) ? rule.stuckAfter() : this.properties.stuckAfter();
	}

	@Override
	public long maxLive(Site site) {
		Rule rule = this.rules.rule(site);
		return (rule != null && rule.maxLive() != null) ? rule.maxLive() : this.properties.guard().maxLive();
	}

	@Override
	public boolean ignores(Site site) {
		return this.policy.ignores(site);
	}

	@Override
	public boolean ignoresThread(String name) {
		return this.properties.unmanaged().ignores(name);
	}

	@Override
	public Duration lateAfter() {
		return this.properties.lateAfter();
	}

	@Override
	public int maxRetained() {
		return this.properties.retained().max();
	}

	@Override
	public boolean purges() {
		return this.properties.retained().purge();
	}

}
