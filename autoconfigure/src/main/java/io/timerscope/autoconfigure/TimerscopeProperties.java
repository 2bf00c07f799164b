package io.timerscope.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import io.timerscope.OriginCapture;
import io.timerscope.SitePattern;
import io.timerscope.finding.FindingKind;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.PatternMatchUtils;

/**
 * What users can tune. A value that makes no sense fails the start with a message that
 * names the property and what it takes.
 *
 * @param enabled whether scheduler beans are tracked; when off, no bean is touched
 * @param excludeBeans name patterns of scheduler beans to leave alone, for example
 * 'legacy*'
 * @param ignore site patterns of which nothing is reported, for example
 * 'com.acme.cache.**' or 'com.acme.Warmup#refresh'
 * @param rules exceptions for single sites; the first rule whose pattern matches counts
 * @param origin how the line that scheduled a task is found
 * @param runs what is measured of runs
 * @param requests tasks that HTTP requests schedule
 * @param sessions tasks that WebSocket sessions schedule
 * @param leaks when tasks are leaks, and what happens to them then
 * @param beans tasks that beans schedule
 * @param retained cancelled tasks that a queue still holds
 * @param stuckAfter how long one run may take before it is reported as stuck
 * @param lateAfter how late runs may start before their scheduler is reported as late
 * @param failingAfter how many runs in a row of a periodic task may end by an exception
 * before it is reported as failing
 * @param history what is kept of ended tasks
 * @param interval time between two ticks of the one clock, which looks for findings,
 * purges queues and takes the guard's samples; from 10 milliseconds to 1 hour
 * @param guard the guard against avalanches
 * @param health when the health indicator turns down
 * @param endpoint what the endpoint shows
 * @param findings which kinds of findings there are
 * @param unmanaged threads that run timers for no bean
 * @param observations runs as observations
 * @param metrics meters that name lines of code
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
		@DefaultValue Metrics metrics) {

	public TimerscopeProperties {
		ignore.forEach(SitePattern::of);
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
	 * An exception for some sites.
	 *
	 * @param site the site pattern, for example 'com.acme.OrderController#place'
	 * @param onOwnerEnd what happens to its tasks when their owner ends; unset: as for
	 * all
	 * @param grace how long its tasks may outlive their owner; unset: as for all
	 * @param maxLive how many of its tasks may be live; unset: timerscope.guard.max-live
	 * @param stuckAfter how long one of its runs may take; unset: timerscope.stuck-after
	 * @param ignore whether nothing is reported of it
	 */
	public record Rule(String site, @Nullable OnEnd onOwnerEnd, @Nullable Duration grace, @Nullable Integer maxLive,
			@Nullable Duration stuckAfter, @DefaultValue("false") boolean ignore) {

		public Rule {
			Range.present("timerscope.rules[].site", "a site pattern", site);
			SitePattern.of(site);
			Range.notNegative("timerscope.rules[].grace", grace);
			Range.notNegative("timerscope.rules[].max-live", maxLive);
			Range.notNegative("timerscope.rules[].stuck-after", stuckAfter);
		}

	}

	/**
	 * How origins are found.
	 *
	 * @param capture how much is found out: 'off', 'site' (one frame), 'stack' (the same,
	 * and a sampled creation stack per site) or 'always' (walk every call)
	 * @param libraryPackages package prefixes that are looked through for the line that
	 * scheduled a task, such as a helper that schedules for everybody
	 */
	public record Origin(@DefaultValue("stack") OriginCapture capture, @DefaultValue List<String> libraryPackages) {
	}

	/**
	 * What is measured of runs.
	 *
	 * @param timing which runs are timed: 'sampled' (about a hundred per second of a line
	 * whose runs have all been under ten microseconds, each of any other) or 'every'
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
	 * @param enabled whether tasks are bound to the HTTP request that schedules them
	 * @param onEnd what happens to tasks whose request has ended
	 * @param grace how long a task may outlive its request
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
	 * @param enabled whether tasks are bound to the WebSocket session that schedules them
	 * @param onEnd what happens to tasks whose session has closed
	 * @param grace how long a task may outlive its session
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
	 * @param minOwners how many requests or sessions must have ended within an hour and
	 * left a periodic task at one line before its tasks are leaks for that alone
	 * @param action 'report', or 'cancel' to cancel each task once it was judged a leak
	 */
	public record Leaks(@DefaultValue("10") int minOwners, @DefaultValue("report") LeakAction action) {

		public Leaks {
			Range.atLeastOne("timerscope.leaks.min-owners", minOwners);
		}

	}

	/**
	 * Beans as owners.
	 *
	 * @param enabled whether tasks are bound to the bean that schedules them
	 * @param onDestroy what happens to tasks whose bean is destroyed while the
	 * application lives
	 * @param grace how long a task may outlive its bean
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
	 * @param max how many of them one scheduler may hold before that is reported
	 * @param purge whether they are removed where the scheduler allows it
	 */
	public record Retained(@DefaultValue("1000") int max, @DefaultValue("true") boolean purge) {

		public Retained {
			Range.notNegative("timerscope.retained.max", max);
		}

	}

	/**
	 * Ended tasks.
	 *
	 * @param size how many of them are kept, from 0 to 100,000
	 */
	public record History(@DefaultValue("256") int size) {

		public History {
			Range.between("timerscope.history.size", 0, 100_000, size);
		}

	}

	/**
	 * The guard.
	 *
	 * @param enabled whether live tasks and heap are sampled
	 * @param consecutive how many samples in a row must breach a limit before it counts
	 * @param maxLive how many tasks may be live
	 * @param maxGrowthPerMinute by how many the live tasks may grow per minute
	 * @param maxHeapUsed which share of the heap may be in use after a collection, from 0
	 * to 1
	 * @param action 'report', or 'shed' to refuse new tasks of the sites that grew in the
	 * breaching samples until they are under half of their limit, or until as many
	 * samples in a row breach none
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
	 * @param maxLeaked how many leaked tasks are tolerated; unset: leaks never turn
	 * health down
	 */
	public record Health(@Nullable Integer maxLeaked) {

		public Health {
			Range.notNegative("timerscope.health.max-leaked", maxLeaked);
		}

	}

	/**
	 * The endpoint.
	 *
	 * @param showExceptionMessages whether messages of exceptions that ended a run are
	 * shown, cut to 200 characters; the exception's class always is
	 * @param threads whether 'view=threads' may dump the virtual threads of this JVM,
	 * with the stacks of all of them
	 */
	public record Endpoint(@DefaultValue("true") boolean showExceptionMessages,
			@DefaultValue("false") boolean threads) {
	}

	/**
	 * Findings.
	 *
	 * @param disabled kinds that are never raised, for example 'unmanaged' or
	 * 'left-behind'
	 */
	public record Findings(@DefaultValue Set<FindingKind> disabled) {
	}

	/**
	 * Threads that run timers for no bean.
	 *
	 * @param ignoreThreads name patterns of threads that are never reported, for example
	 * 'legacy-*'; '*' stands for anything
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
	 * @param enabled whether each run of a task is observed, so that a tracer makes a
	 * span of it; the runs of '@Scheduled' methods are observed by Spring itself
	 */
	public record Observations(@DefaultValue("false") boolean enabled) {
	}

	/**
	 * Meters that name lines of code, beside those that are always there.
	 *
	 * @param sites how many of the worst leaking lines 'timerscope.site.live' and
	 * 'timerscope.site.leaked' show at most, by at most twice as many series; from 0 to
	 * 1000
	 * @param jobs whether 'timerscope.job.success.age' shows since when each periodic
	 * task of a bean or of the application has had no successful run
	 */
	public record Metrics(@DefaultValue("0") int sites, @DefaultValue("false") boolean jobs) {

		public Metrics {
			Range.between("timerscope.metrics.sites", 0, 1_000, sites);
		}

	}

}
