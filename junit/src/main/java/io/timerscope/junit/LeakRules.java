package io.timerscope.junit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import io.timerscope.SitePattern;

/**
 * The options of one check, read.
 */
final class LeakRules {

	static final Duration DEFAULT_RETRY = Duration.ofMillis(400);

	private final List<LeakOption> options;

	private final Duration retryFor;

	LeakRules(Collection<LeakOption> options, Duration defaultRetry) {
		this.options = List.copyOf(options);
		this.retryFor = this.options.stream()
			.filter(LeakOption.RetryFor.class::isInstance)
			.map((option) -> ((LeakOption.RetryFor) option).duration())
			.reduce(LeakRules::max)
			.orElse(defaultRetry);
	}

	private static Duration max(Duration one, Duration other) {
		return (one.compareTo(other) < 0) ? other : one;
	}

	Duration retryFor() {
		return this.retryFor;
	}

	boolean has(Class<? extends LeakOption> kind) {
		return this.options.stream().anyMatch(kind::isInstance);
	}

	List<Baseline> baselines() {
		return this.options.stream()
			.filter(LeakOption.IgnoreCurrent.class::isInstance)
			.map((option) -> ((LeakOption.IgnoreCurrent) option).baseline())
			.toList();
	}

	/** What is left when the ignored ones are taken out. */
	List<Suspect> accused(List<Suspect> suspects) {
		List<Suspect> accused = new ArrayList<>(suspects);
		for (LeakOption option : this.options) {
			if (option instanceof LeakOption.Ignore ignore) {
				accused.removeIf((suspect) -> ignore.part().matcher(ignore.pattern()).test(suspect.leak()));
			}
			else if (option instanceof LeakOption.CreatedBy createdBy) {
				SitePattern frames = SitePattern.of(createdBy.pattern());
				accused.removeIf((suspect) -> !LeakPart.anyMatch(frames, suspect.leak().createdAt()));
			}
		}
		return accused;
	}

	/** Notes which ignores took out how many. */
	void note(List<Suspect> suspects, IgnoredLeaks ignored) {
		for (LeakOption option : this.options) {
			if (option instanceof LeakOption.Ignore ignore) {
				long matches = suspects.stream()
					.filter((suspect) -> ignore.part().matcher(ignore.pattern()).test(suspect.leak()))
					.count();
				ignored.matched(ignore, (int) matches);
			}
		}
	}

}
