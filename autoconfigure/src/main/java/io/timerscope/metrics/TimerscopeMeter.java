package io.timerscope.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import org.jspecify.annotations.Nullable;

/**
 * Every meter that Timerscope has, with the sentence that explains it and the keys of its
 * tags, whose values come from closed sets, apart from the lines of code of the meters
 * that a user has to ask for. A name that counts tasks, runs, leaks or findings says so
 * itself, hence none of them has a base unit; timers count seconds.
 */
enum TimerscopeMeter {

	/** See {@link #sentence}, as for all of them. */
	TASKS_LIVE("timerscope.tasks.live", Meter.Type.GAUGE, "Tasks that can still run", "scheduler", "owner"),

	TASKS_RUNNING("timerscope.tasks.running", Meter.Type.GAUGE, "Live tasks with a run under way", "scheduler"),

	TASKS_LEAKED("timerscope.tasks.leaked", Meter.Type.GAUGE, "Live tasks that a witness says nobody wants or can end",
			"scheduler", "owner"),

	TASKS_RETAINED("timerscope.tasks.retained", Meter.Type.GAUGE,
			"Cancelled tasks that the queue still held when it was last sampled", "scheduler"),

	TASKS_SCHEDULED("timerscope.tasks.scheduled", Meter.Type.COUNTER, "Tasks that the scheduler accepted", "scheduler"),

	TASKS_ENDED("timerscope.tasks.ended", Meter.Type.COUNTER,
			"Tasks that ended; calls that the scheduler refused count as rejected", "scheduler", "outcome"),

	RUNS("timerscope.runs", Meter.Type.TIMER, "Runs of tasks and how long they took; of many brief runs some are timed",
			"scheduler", "schedule", "outcome"),

	RUN_LATENESS("timerscope.run.lateness", Meter.Type.TIMER, "How long after their due time the timed runs started",
			"scheduler"),

	FINDINGS("timerscope.findings", Meter.Type.GAUGE, "Number of open findings", "kind"),

	LEAKS("timerscope.leaks", Meter.Type.COUNTER, "Tasks that became a leak", "reason"),

	LEAKS_RECOVERED("timerscope.leaks.recovered", Meter.Type.COUNTER, "Leaked tasks that ended after all", "reason"),

	GUARD_STATE("timerscope.guard.state", Meter.Type.GAUGE,
			"Whether the guard refuses tasks: 0 none, 1 those of some sites"),

	GUARD_REJECTIONS("timerscope.guard.rejections", Meter.Type.COUNTER, "Calls that the guard refused"),

	OPERATOR_ACTIONS("timerscope.operator.actions", Meter.Type.COUNTER, "What operators did over the endpoint or JMX",
			"action"),

	TRACKING_ERRORS("timerscope.tracking.errors", Meter.Type.COUNTER,
			"Faults of the tracking itself; the tasks were not affected"),

	COMMON_POOL_DELAYED("timerscope.common.pool.delayed", Meter.Type.GAUGE,
			"Timeouts and delays of CompletableFuture that wait in the common pool; from JDK 25 on"),

	SITE_LIVE("timerscope.site.live", Meter.Type.GAUGE, "Tasks of one of the worst leaking lines that can still run",
			"site", "fingerprint"),

	SITE_LEAKED("timerscope.site.leaked", Meter.Type.GAUGE, "Leaked tasks of one of the worst leaking lines", "site",
			"fingerprint", "reason"),

	JOB_SUCCESS_AGE("timerscope.job.success.age", Meter.Type.GAUGE,
			"Seconds since a periodic task of a bean or the application last succeeded", "job", "scheduler") {
		@Override
		String baseUnit() {
			return "seconds";
		}
	};

	final String meterName;

	final Meter.Type type;

	final String sentence;

	final List<String> keys;

	TimerscopeMeter(String meterName, Meter.Type type, String sentence, String... keys) {
		this.meterName = meterName;
		this.type = type;
		this.sentence = sentence;
		this.keys = List.of(keys);
	}

	@Nullable String baseUnit() {
		return null;
	}

	/** Registers a gauge or a counter that reads what is counted elsewhere. */
	<T> Meter register(MeterRegistry registry, T source, ToDoubleFunction<T> value, String... tagValues) {
		return switch (this.type) {
			case GAUGE -> Gauge.builder(this.meterName, source, value)
				.description(this.sentence)
				.baseUnit(baseUnit())
				.tags(tags(tagValues))
				.register(registry);
			case COUNTER -> FunctionCounter.builder(this.meterName, source, value)
				.description(this.sentence)
				.tags(tags(tagValues))
				.register(registry);
			default -> throw new IllegalStateException(this + " is written, not read");
		};
	}

	Timer timer(MeterRegistry registry, String... tagValues) {
		return Timer.builder(this.meterName).description(this.sentence).tags(tags(tagValues)).register(registry);
	}

	private List<Tag> tags(String... values) {
		if (values.length != this.keys.size()) {
			throw new IllegalArgumentException(this + " has the tags " + this.keys);
		}
		List<Tag> tags = new ArrayList<>(values.length);
		for (int place = 0; place < values.length; place++) {
			tags.add(Tag.of(this.keys.get(place), values[place]));
		}
		return tags;
	}

}
