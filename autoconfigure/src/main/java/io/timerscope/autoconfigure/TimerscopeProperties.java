package io.timerscope.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import io.timerscope.OriginCapture;
import io.timerscope.finding.FindingKind;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.PatternMatchUtils;

/**
 * What users can tune. A value that makes no sense fails the start with a message that
 * names the property and what it takes.
 *
 * @param enabled Whether to track scheduler beans. If off, no bean is touched, and
 * TaskScopes still schedules and cancels.
 * @param excludeBeans Names of scheduler beans that are not tracked. '*' stands for
 * anything, as in 'legacy*'.
 * @param ignore Lines of code of which no finding is raised, and whose tasks are not
 * cancelled with their owner, for example 'com.acme.cache.**' or
 * 'com.acme.Warmup#refresh'.
 * @param rules Exceptions for single lines of code. The first rule whose pattern matches
 * counts.
 * @param origin How the line that scheduled a task is found.
 * @param runs What is measured of runs.
 * @param requests Tasks that HTTP requests schedule.
 * @param sessions Tasks that WebSocket sessions schedule.
 * @param leaks When tasks are leaks, and what happens to them then.
 * @param beans Tasks that beans schedule.
 * @param retained Cancelled tasks that a queue still holds.
 * @param stuckAfter Time after which a run is reported as stuck.
 * @param lateAfter Delay of runs above which their scheduler is reported as late.
 * @param failingAfter Number of runs in a row that must end by an exception before a
 * periodic task is reported as failing.
 * @param history What is kept of ended tasks.
 * @param interval Time after which Timerscope looks for findings, purges queues and
 * samples the limits of the guard again, from 10 milliseconds to 1 hour.
 * @param guard The guard against avalanches.
 * @param health When the health indicator turns down.
 * @param endpoint What the endpoint shows.
 * @param findings Which kinds of findings there are.
 * @param unmanaged Threads that run timers for no bean.
 * @param observations Runs as observations.
 * @param reactor The schedulers of Reactor.
 * @param metrics Meters that name lines of code.
 * @since 0.1.0
 */
@ConfigurationProperties("timerscope")
public record TimerscopeProperties(@DefaultValue("true") boolean enabled, @DefaultValue List<String> excludeBeans,
		@DefaultValue List<String> ignore, @DefaultValue List<Rule> rules, @DefaultValue Origin origin,
		@DefaultValue Runs runs, @DefaultValue Requests requests, @DefaultValue Sessions sessions,
		@DefaultValue Leaks leaks, @DefaultValue Beans beans, @DefaultValue Retained retained,
		@DefaultValue("10m") Duration stuckAfter, @DefaultValue("1s") Duration lateAfter,
		@DefaultValue("3") int failingAfter, @DefaultValue History history, @DefaultValue("10s") Duration interval,
		@DefaultValue Guard guard, @DefaultValue Health health, @DefaultValue Endpoint endpoint,
		@DefaultValue Findings findings, @DefaultValue Unmanaged unmanaged, @DefaultValue Observations observations,
		@DefaultValue Reactor reactor, @DefaultValue Metrics metrics) {

	public TimerscopeProperties {
		ignore.forEach((pattern) -> Range.sitePattern("timerscope.ignore", pattern));
		Range.notNegative("timerscope.stuck-after", stuckAfter);
		Range.notNegative("timerscope.late-after", lateAfter);
		Range.atLeastOne("timerscope.failing-after", failingAfter);
		Range.between("timerscope.interval", Duration.ofMillis(10), Duration.ofHours(1), interval);
	}

	/** What happens to a task whose owner has ended. */
	public enum OnEnd {

		/** It goes on, and is reported after the grace period. */
		REPORT,

		/** It is cancelled; a run that is under way is not interrupted. */
		CANCEL

	}

	/** What happens to a task that was judged a leak. */
	public enum LeakAction {

		/** It goes on. */
		REPORT,

		/** It is cancelled; a run that is under way is not interrupted. */
		CANCEL

	}

	/** What the guard does when its limits are breached. */
	public enum GuardAction {

		/** It reports. */
		REPORT,

		/** It refuses new tasks of the sites that grow. */
		SHED

	}

	/**
	 * An exception for some lines of code.
	 *
	 * @param site Lines that the rule is about, for example
	 * 'com.acme.OrderController#place'.
	 * @param onOwnerEnd What to do with their tasks when the owner ends. If unset, as for
	 * owners of that kind.
	 * @param grace Time that their tasks may outlive the owner. If unset, as for owners
	 * of that kind.
	 * @param maxLive Number of their live tasks above which growth is reported. If unset,
	 * timerscope.guard.max-live.
	 * @param stuckAfter Time after which one of their runs is reported as stuck. If
	 * unset, timerscope.stuck-after.
	 * @param ignore Whether to raise no finding of these lines.
	 */
	public record Rule(String site, @Nullable OnEnd onOwnerEnd, @Nullable Duration grace, @Nullable Integer maxLive,
			@Nullable Duration stuckAfter, @DefaultValue("false") boolean ignore) {

		public Rule {
			Range.present("timerscope.rules[].site", "a site pattern", site);
			Range.sitePattern("timerscope.rules[].site", site);
			Range.notNegative("timerscope.rules[].grace", grace);
			Range.notNegative("timerscope.rules[].max-live", maxLive);
			Range.notNegative("timerscope.rules[].stuck-after", stuckAfter);
		}

	}

	/**
	 * How origins are found.
	 *
	 * @param capture How to determine the line that scheduled a task. The value 'off'
	 * finds none, 'site' finds the line, 'stack' also samples a stack of each line, and
	 * 'always' walks the stack on every call.
	 * @param libraryPackages Prefixes of packages to look through for the line that
	 * scheduled a task, such as that of a helper that schedules for everybody.
	 */
	public record Origin(@DefaultValue("stack") OriginCapture capture, @DefaultValue List<String> libraryPackages) {
	}

	/**
	 * What is measured of runs.
	 *
	 * @param timing Which runs to time: 'sampled', or 'every'. If sampled, a line whose
	 * runs all take less than ten microseconds has about a hundred runs per second timed.
	 * Other lines have all of them timed.
	 */
	public record Runs(@DefaultValue("sampled") Timing timing) {

		/** Which runs are timed. */
		public enum Timing {

			/** About a hundred per second of a line whose runs have all been brief. */
			SAMPLED,

			/** Every run. */
			EVERY

		}

	}

	/**
	 * Requests as owners.
	 *
	 * @param enabled Whether tasks belong to the HTTP request that schedules them.
	 * @param onEnd What to do with the tasks of a request when it ends: 'report', or
	 * 'cancel' to cancel all of them at once, also those that are due later.
	 * @param grace Time that a task may outlive its request.
	 */
	public record Requests(@DefaultValue("true") boolean enabled, @DefaultValue("report") OnEnd onEnd,
			@DefaultValue("30s") Duration grace) {

		public Requests {
			Range.notNegative("timerscope.requests.grace", grace);
		}

	}

	/**
	 * WebSocket sessions as owners.
	 *
	 * @param enabled Whether tasks belong to the WebSocket session whose callbacks
	 * schedule them: of Spring's handlers, STOMP, WebFlux and '@ServerEndpoint'.
	 * @param onEnd What to do with the tasks of a session when it closes: 'report', or
	 * 'cancel' to cancel all of them at once, also those that are due later.
	 * @param grace Time that a task may outlive its session.
	 */
	public record Sessions(@DefaultValue("true") boolean enabled, @DefaultValue("report") OnEnd onEnd,
			@DefaultValue("30s") Duration grace) {

		public Sessions {
			Range.notNegative("timerscope.sessions.grace", grace);
		}

	}

	/**
	 * Leaks.
	 *
	 * @param minOwners Number of requests or sessions that must end within an hour, and
	 * leave a periodic task at one line, before that alone makes these tasks leaks.
	 * @param action What to do with a task that was judged a leak: 'report', or 'cancel'
	 * to cancel it without interrupting a run.
	 */
	public record Leaks(@DefaultValue("10") int minOwners, @DefaultValue("report") LeakAction action) {

		public Leaks {
			Range.atLeastOne("timerscope.leaks.min-owners", minOwners);
		}

	}

	/**
	 * Beans as owners.
	 *
	 * @param enabled Whether tasks belong to the bean that schedules them.
	 * @param onDestroy What to do with the tasks of a bean that is destroyed while the
	 * application runs: 'report', or 'cancel' to cancel all of them.
	 * @param grace Time that a task may outlive its bean or its scope.
	 */
	public record Beans(@DefaultValue("true") boolean enabled, @DefaultValue("report") OnEnd onDestroy,
			@DefaultValue("10s") Duration grace) {

		public Beans {
			Range.notNegative("timerscope.beans.grace", grace);
		}

	}

	/**
	 * Cancelled tasks that stay queued.
	 *
	 * @param max Number of cancelled tasks in one queue above which they are removed or
	 * reported.
	 * @param purge Whether to remove cancelled tasks from a queue that holds more than
	 * the maximum, where the scheduler allows it.
	 */
	public record Retained(@DefaultValue("1000") int max, @DefaultValue("true") boolean purge) {

		public Retained {
			Range.notNegative("timerscope.retained.max", max);
		}

	}

	/**
	 * Ended tasks.
	 *
	 * @param size Number of ended tasks to keep, from 0 to 100,000.
	 */
	public record History(@DefaultValue("256") int size) {

		public History {
			Range.between("timerscope.history.size", 0, 100_000, size);
		}

	}

	/**
	 * The guard.
	 *
	 * @param enabled Whether to sample the number of live tasks and the heap in use.
	 * @param consecutive Number of samples in a row that must breach a limit. Counts for
	 * the findings late, growing, overrunning, overdue and unmanaged too.
	 * @param maxLive Number of live tasks above which overload is reported, and of one
	 * line above which growth is reported.
	 * @param maxGrowthPerMinute Growth of the live tasks within a minute above which
	 * overload is reported.
	 * @param maxHeapUsed Share of the heap in use after a collection above which overload
	 * is reported, from 0 to 1.
	 * @param action What to do when a limit is breached: 'report', or 'shed' to refuse
	 * new tasks of the lines that grow. It refuses them until they are under half of
	 * their limit, or until 'consecutive' samples in a row breach no limit. Health is
	 * OUT_OF_SERVICE meanwhile.
	 */
	public record Guard(@DefaultValue("true") boolean enabled, @DefaultValue("3") int consecutive,
			@DefaultValue("10000") int maxLive, @DefaultValue("6000") int maxGrowthPerMinute,
			@DefaultValue("0.9") double maxHeapUsed, @DefaultValue("report") GuardAction action) {

		public Guard {
			Range.atLeastOne("timerscope.guard.consecutive", consecutive);
			Range.notNegative("timerscope.guard.max-live", maxLive);
			Range.notNegative("timerscope.guard.max-growth-per-minute", maxGrowthPerMinute);
			Range.share("timerscope.guard.max-heap-used", maxHeapUsed);
		}

	}

	/**
	 * Health.
	 *
	 * @param maxLeaked Number of leaked tasks above which health is DOWN. If unset, leaks
	 * never turn health down.
	 */
	public record Health(@Nullable Integer maxLeaked) {

		public Health {
			Range.notNegative("timerscope.health.max-leaked", maxLeaked);
		}

	}

	/**
	 * The endpoint.
	 *
	 * @param showExceptionMessages Whether the endpoint shows the messages of exceptions
	 * that ended a run, cut to 200 characters. It always shows their class; log, events
	 * and Flight Recorder always have both.
	 * @param threads Whether 'view=threads' may dump the virtual threads of this JVM,
	 * with the stacks of all of them.
	 */
	public record Endpoint(@DefaultValue("true") boolean showExceptionMessages,
			@DefaultValue("false") boolean threads) {
	}

	/**
	 * Findings.
	 *
	 * @param disabled Kinds of findings that are never raised, for example 'unmanaged' or
	 * 'left-behind'.
	 */
	public record Findings(@DefaultValue Set<FindingKind> disabled) {
	}

	/**
	 * Threads that run timers for no bean.
	 *
	 * @param ignoreThreads Names of threads that are never reported. '*' stands for
	 * anything, as in 'legacy-*'.
	 */
	public record Unmanaged(@DefaultValue List<String> ignoreThreads) {

		public Unmanaged {
			ignoreThreads.forEach((pattern) -> Range.threadPattern("timerscope.unmanaged.ignore-threads", pattern));
		}

		boolean ignores(String thread) {
			return PatternMatchUtils.simpleMatch(this.ignoreThreads.toArray(String[]::new), thread);
		}

	}

	/**
	 * Observations.
	 *
	 * @param enabled Whether to make an observation of each run, which a tracer turns
	 * into a span. Spring itself observes the runs of '@Scheduled' methods.
	 */
	public record Observations(@DefaultValue("false") boolean enabled) {
	}

	/**
	 * The schedulers of Reactor, which are no beans.
	 *
	 * @param enabled Whether to track delayed and periodic work on Reactor's schedulers,
	 * and to let the owner go along with what changes its thread there.
	 */
	public record Reactor(@DefaultValue("true") boolean enabled) {
	}

	/**
	 * Meters that name lines of code, beside those that are always there.
	 *
	 * @param sites Number of the worst leaking lines that the meters
	 * 'timerscope.site.live' and 'timerscope.site.leaked' name, from 0 to 1000. They have
	 * at most twice as many series.
	 * @param jobs Whether the meter 'timerscope.job.success.age' shows the time since the
	 * last successful run of each periodic task of a bean or of the application.
	 */
	public record Metrics(@DefaultValue("0") int sites, @DefaultValue("false") boolean jobs) {

		public Metrics {
			Range.between("timerscope.metrics.sites", 0, 1_000, sites);
		}

	}

}
