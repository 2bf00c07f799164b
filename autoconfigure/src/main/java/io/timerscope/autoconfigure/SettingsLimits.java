package io.timerscope.autoconfigure;

import java.time.Duration;

import io.timerscope.Site;
import io.timerscope.autoconfigure.TimerscopeProperties.Rule;
import io.timerscope.finding.FindingLimits;

/** The user's decisions about findings: a rule counts before the setting for all. */
final class SettingsLimits implements FindingLimits {

	private final TimerscopeProperties properties;

	private final RulesPolicy rules;

	SettingsLimits(TimerscopeProperties properties, RulesPolicy rules) {
		this.properties = properties;
		this.rules = rules;
	}

	@Override
	public int consecutive() {
		return this.properties.guard().consecutive();
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
		return this.rules.ignores(site);
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
