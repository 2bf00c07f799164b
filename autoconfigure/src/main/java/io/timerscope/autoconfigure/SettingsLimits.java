package io.timerscope.autoconfigure;

import java.time.Duration;

import io.timerscope.Site;
import io.timerscope.TrackingPolicy;
import io.timerscope.autoconfigure.TimerscopeProperties.Rule;
import io.timerscope.finding.FindingLimits;

/** The user's decisions about findings: a rule counts before the setting for all. */
final class SettingsLimits implements FindingLimits {

	private final TimerscopeProperties properties;

	private final RulesPolicy rules;

	private final TrackingPolicy policy;

	/**
	 * Reads the settings.
	 * @param properties the settings of all sites
	 * @param rules those of single sites
	 * @param policy what the ledger asks: the rules themselves, or the user's own policy
	 */
	SettingsLimits(TimerscopeProperties properties, RulesPolicy rules, TrackingPolicy policy) {
		this.properties = properties;
		this.rules = rules;
		this.policy = policy;
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
