package io.timerscope.junit;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;

/**
 * The check for leaked tasks, schedulers and timer threads, by hand: in any test
 * framework, at any moment, from any thread.
 *
 * @since 0.1.0
 */
public final class TimerLeaks {

	private TimerLeaks() {
	}

	/**
	 * Fails if something was left behind. Inside a test that is watched by
	 * {@link NoTimerLeaks} only what this test started counts, elsewhere everything that
	 * is there.
	 * @param options what to leave out, and how long to wait
	 * @throws TimerLeakError if something is there after all
	 */
	public static void verifyNone(LeakOption... options) {
		LeakRules rules = rules(options);
		Watch watch = watch();
		watch.execute(watch.verdict(rules, (suspect) -> true), rules);
	}

	/**
	 * Finds what was left behind, without failing and without waiting.
	 * @param options what to leave out
	 * @return the leaks at this moment
	 */
	public static List<TimerLeak> find(LeakOption... options) {
		LeakRules rules = rules(options);
		return rules.accused(watch().suspects(rules)).stream().map(Suspect::leak).toList();
	}

	/**
	 * Tracks the tasks of an executor, so that a leak names the line that scheduled it.
	 * @param executor runs the tasks; held weakly
	 * @return an executor to be used in place of the given one
	 */
	public static ScheduledExecutorService track(ScheduledExecutorService executor) {
		return TestJvm.CURRENT.executors().track(executor);
	}

	/**
	 * An extension with options, to be registered with {@code @RegisterExtension}.
	 * @param options hold for all tests of the class
	 * @return the extension
	 */
	public static TimerLeakExtension extension(LeakOption... options) {
		return new TimerLeakExtension(options);
	}

	/**
	 * Leaves out what was scheduled or created there.
	 * @param pattern such as {@code com.acme.cache.**} or {@code com.acme.Warmup#refresh}
	 * @return the option; {@link LeakOption.Ignore#because} gives the reason
	 */
	public static LeakOption.Ignore ignoreSite(String pattern) {
		return new LeakOption.Ignore(LeakPart.SITE, pattern, null);
	}

	/**
	 * Leaves out threads of this name.
	 * @param name the name, {@code *} stands for anything
	 * @return the option; {@link LeakOption.Ignore#because} gives the reason
	 */
	public static LeakOption.Ignore ignoreThread(String name) {
		return new LeakOption.Ignore(LeakPart.THREAD, name, null);
	}

	/**
	 * Leaves out schedulers of this name, and their tasks.
	 * @param name the name, {@code *} stands for anything
	 * @return the option; {@link LeakOption.Ignore#because} gives the reason
	 */
	public static LeakOption.Ignore ignoreScheduler(String name) {
		return new LeakOption.Ignore(LeakPart.SCHEDULER, name, null);
	}

	/**
	 * Leaves out tasks of this owner.
	 * @param name the name, or kind and name as in {@code bean:warmup}; {@code *} stands
	 * for anything
	 * @return the option; {@link LeakOption.Ignore#because} gives the reason
	 */
	public static LeakOption.Ignore ignoreOwner(String name) {
		return new LeakOption.Ignore(LeakPart.OWNER, name, null);
	}

	/**
	 * Leaves out what has such a frame on its creation stack, and threads that have one
	 * on their present stack.
	 * @param pattern as for {@link #ignoreSite}
	 * @return the option; {@link LeakOption.Ignore#because} gives the reason
	 */
	public static LeakOption.Ignore ignoreAnyFrame(String pattern) {
		return new LeakOption.Ignore(LeakPart.ANY_FRAME, pattern, null);
	}

	/**
	 * Leaves out what is there now, at the call of this method. Make it first and hand it
	 * over last.
	 * @return the option
	 */
	public static LeakOption ignoreCurrent() {
		return new LeakOption.IgnoreCurrent(Baseline.now(TestJvm.CURRENT, watch().books()));
	}

	/**
	 * Reports only what has such a frame on its creation stack; leaves out threads whose
	 * creation nobody saw.
	 * @param pattern as for {@link #ignoreSite}
	 * @return the option
	 */
	public static LeakOption createdBy(String pattern) {
		return new LeakOption.CreatedBy(pattern);
	}

	/**
	 * Asks again, with growing pauses, before it accuses.
	 * @param duration for how long; zero asks once
	 * @return the option
	 */
	public static LeakOption retryFor(Duration duration) {
		return new LeakOption.RetryFor(duration);
	}

	/**
	 * Cancels leaked tasks, shuts leaked schedulers down and interrupts leaked threads,
	 * after they were reported.
	 * @return the option
	 */
	public static LeakOption cleanup() {
		return new LeakOption.Cleanup();
	}

	private static LeakRules rules(LeakOption... options) {
		return new LeakRules(List.of(options), LeakRules.DEFAULT_RETRY);
	}

	private static Watch watch() {
		return TestJvm.CURRENT.watch();
	}

}
