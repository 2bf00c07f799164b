package io.timerscope.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.timerscope.OwnerKind;
import io.timerscope.Site;
import io.timerscope.SitePattern;
import io.timerscope.TrackingPolicy;
import io.timerscope.autoconfigure.TimerscopeProperties.LeakAction;
import io.timerscope.autoconfigure.TimerscopeProperties.OnEnd;
import io.timerscope.autoconfigure.TimerscopeProperties.Rule;
import org.jspecify.annotations.Nullable;

/**
 * The user's decisions, looked up once per site. A rule counts before the setting for the
 * kind of owner; the first rule that matches counts alone.
 */
final class RulesPolicy implements TrackingPolicy {

	private final TimerscopeProperties properties;

	private final List<SitePattern> ignored;

	private final List<SiteRule> rules;

	private final Map<Site, Verdict> verdicts = new ConcurrentHashMap<>();

	RulesPolicy(TimerscopeProperties properties) {
		this.properties = properties;
		this.ignored = properties.ignore().stream().map(SitePattern::of).toList();
		this.rules = properties.rules()
			.stream()
			.map((rule) -> new SiteRule(SitePattern.of(rule.site()), rule))
			.toList();
	}

	@Override
	public Duration grace(OwnerKind kind, Site site) {
		Rule rule = verdict(site).rule();
		if (rule != null && rule.grace() != null) {
			return rule.grace();
		}
		return switch (kind) {
			case REQUEST -> this.properties.requests().grace();
			case SESSION -> this.properties.sessions().grace();
			case BEAN, SCOPE -> this.properties.beans().grace();
			case APPLICATION -> Duration.ZERO;
		};
	}

	@Override
	public boolean cancelsOnOwnerEnd(OwnerKind kind, Site site) {
		Rule rule = verdict(site).rule();
		if (rule != null && rule.onOwnerEnd() != null) {
			return rule.onOwnerEnd() == OnEnd.CANCEL;
		}
		return switch (kind) {
			case REQUEST -> this.properties.requests().onEnd() == OnEnd.CANCEL;
			case SESSION -> this.properties.sessions().onEnd() == OnEnd.CANCEL;
			case BEAN -> this.properties.beans().onDestroy() == OnEnd.CANCEL;
			case SCOPE, APPLICATION -> false;
		};
	}

	@Override
	public int minOwners() {
		return this.properties.leaks().minOwners();
	}

	@Override
	public boolean cancelsLeaks(Site site) {
		return this.properties.leaks().action() == LeakAction.CANCEL;
	}

	@Override
	public boolean ignores(Site site) {
		return verdict(site).ignored();
	}

	/** The first rule for a site, or {@code null} where none matches. */
	@Nullable Rule rule(Site site) {
		return verdict(site).rule();
	}

	private Verdict verdict(Site site) {
		return this.verdicts.computeIfAbsent(site, this::decide);
	}

	private Verdict decide(Site site) {
		boolean ignored = this.ignored.stream().anyMatch((pattern) -> pattern.matches(site));
		Rule rule = this.rules.stream()
			.filter((it) -> it.pattern().matches(site))
			.map(SiteRule::rule)
			.findFirst()
			.orElse(null);
		return new Verdict(ignored || (rule != null && rule.ignore()), rule);
	}

	private record SiteRule(SitePattern pattern, Rule rule) {
	}

	private record Verdict(boolean ignored, @Nullable Rule rule) {
	}

}
