package io.timerscope.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import io.timerscope.OwnerKind;
import io.timerscope.Site;
import io.timerscope.SitePattern;
import io.timerscope.TrackingPolicy;
import io.timerscope.autoconfigure.TimerscopeProperties.LeakAction;
import io.timerscope.autoconfigure.TimerscopeProperties.OnEnd;
import io.timerscope.autoconfigure.TimerscopeProperties.Rule;
import org.jspecify.annotations.Nullable;

/**
 * The user's decisions, looked up once per site as long as no rule is added. A rule
 * counts before the setting for the kind of owner; the first rule that matches counts
 * alone.
 */
final class RulesPolicy implements TrackingPolicy {

	private final TimerscopeProperties properties;

	private final List<SitePattern> ignored;

	/** Those that were added at run time first, the newest of them before the others. */
	private volatile List<SiteRule> rules;

	private volatile Map<Site, Verdict> verdicts = new ConcurrentHashMap<>();

	/** Guarded by this. */
	private int numbers;

	RulesPolicy(TimerscopeProperties properties) {
		this.properties = properties;
		this.ignored = properties.ignore().stream().map(SitePattern::of).toList();
		this.rules = properties.rules()
			.stream()
			.map((rule) -> new SiteRule(++this.numbers, false, SitePattern.of(rule.site()), rule))
			.toList();
	}

	/** All rules in the order in which they count. */
	List<SiteRule> rules() {
		return this.rules;
	}

	/** Puts a rule before all others, for the life of this process. */
	synchronized SiteRule add(Rule rule) {
		SiteRule added = new SiteRule(++this.numbers, true, SitePattern.of(rule.site()), rule);
		change(Stream.concat(Stream.of(added), this.rules.stream()).toList());
		return added;
	}

	/** Takes back a rule that was added; returns whether there was one. */
	synchronized boolean remove(int number) {
		List<SiteRule> left = this.rules.stream().filter((it) -> !it.added() || it.number() != number).toList();
		boolean removed = left.size() < this.rules.size();
		change(left);
		return removed;
	}

	/** What was decided before is decided again. */
	private void change(List<SiteRule> rules) {
		this.rules = rules;
		this.verdicts = new ConcurrentHashMap<>();
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

	/**
	 * A rule.
	 *
	 * @param number its name for as long as the process lives
	 * @param added whether it was added at run time
	 * @param pattern which sites it is for
	 * @param rule what it says
	 */
	record SiteRule(int number, boolean added, SitePattern pattern, Rule rule) {
	}

	private record Verdict(boolean ignored, @Nullable Rule rule) {
	}

}
