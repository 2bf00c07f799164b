package io.timerscope.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import io.timerscope.SitePattern;
import io.timerscope.actuate.OperatorControls;
import io.timerscope.actuate.RuleDescriptor;
import io.timerscope.actuate.RuleRequest;
import io.timerscope.autoconfigure.RulesPolicy.SiteRule;
import io.timerscope.autoconfigure.TimerscopeProperties.OnEnd;
import io.timerscope.autoconfigure.TimerscopeProperties.Rule;
import io.timerscope.finding.Inspection;
import io.timerscope.ledger.TaskLedger;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;

/** Adds rules and acknowledges findings on behalf of an operator. */
final class RuntimeControls implements OperatorControls {

	private final TaskLedger ledger;

	private final UserSettings settings;

	private final Inspection inspection;

	RuntimeControls(TaskLedger ledger, UserSettings settings, Inspection inspection) {
		this.ledger = ledger;
		this.settings = settings;
		this.inspection = inspection;
	}

	@Override
	public List<RuleDescriptor> rules() {
		return this.settings.rules().rules().stream().map(RuntimeControls::descriptor).toList();
	}

	@Override
	public RuleDescriptor addRule(RuleRequest request) {
		Rule rule = rule(request);
		if (!this.settings.rulesDecide() && (rule.ignore() || rule.grace() != null || rule.onOwnerEnd() != null)) {
			throw new IllegalArgumentException(
					"ignore, grace and onOwnerEnd are for the application's own TrackingPolicy "
							+ "to decide; maxLive and stuckAfter can be given");
		}
		SiteRule added = this.settings.rules().add(rule);
		this.ledger.policyChanged();
		return descriptor(added);
	}

	@Override
	public boolean removeRule(long number) {
		boolean removed = number <= Integer.MAX_VALUE && this.settings.rules().remove((int) number);
		if (removed) {
			this.ledger.policyChanged();
		}
		return removed;
	}

	@Override
	public boolean acknowledge(String id) {
		return this.inspection.acknowledge(id) != null;
	}

	private static Rule rule(RuleRequest request) {
		String site = request.site();
		if (site == null || site.isBlank()) {
			throw new IllegalArgumentException("site must be a site pattern such as com.acme.OrderController#place");
		}
		parsed("site", "a site pattern such as com.acme.OrderController#place", site, SitePattern::of);
		return new Rule(site, parsed("onOwnerEnd", "report or cancel", request.onOwnerEnd(), RuntimeControls::onEnd),
				parsed("grace", "a duration of zero or more, such as 30s", request.grace(), RuntimeControls::duration),
				parsed("maxLive", "a whole number of zero or more", request.maxLive(), RuntimeControls::number),
				parsed("stuckAfter", "a duration of zero or more, such as 10m", request.stuckAfter(),
						RuntimeControls::duration),
				Boolean.TRUE.equals(parsed("ignore", "true or false", request.ignore(), RuntimeControls::flag)));
	}

	private static <T> @Nullable T parsed(String name, String expected, @Nullable String text,
			Function<String, T> parser) {
		if (text == null) {
			return null;
		}
		try {
			return parser.apply(text);
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException(name + " must be " + expected + ", but is '" + text + "'", ex);
		}
	}

	private static Duration duration(String text) {
		Duration duration = DurationStyle.detectAndParse(text);
		if (duration.isNegative()) {
			throw new IllegalArgumentException(text);
		}
		return duration;
	}

	private static Integer number(String text) {
		int number = Integer.parseInt(text);
		if (number < 0) {
			throw new IllegalArgumentException(text);
		}
		return number;
	}

	private static OnEnd onEnd(String text) {
		return OnEnd.valueOf(text.toUpperCase(Locale.ROOT));
	}

	private static Boolean flag(String text) {
		if (!text.equals("true") && !text.equals("false")) {
			throw new IllegalArgumentException(text);
		}
		return Boolean.valueOf(text);
	}

	private static RuleDescriptor descriptor(SiteRule it) {
		Rule rule = it.rule();
		return new RuleDescriptor(it.number(), it.added() ? "runtime" : "configuration", rule.site(),
				(rule.onOwnerEnd() == null) ? null : rule.onOwnerEnd().name().toLowerCase(Locale.ROOT),
				text(rule.grace()), rule.maxLive(), text(rule.stuckAfter()), rule.ignore() ? Boolean.TRUE : null);
	}

	private static @Nullable String text(@Nullable Duration duration) {
		return (duration == null) ? null : duration.toString();
	}

}
