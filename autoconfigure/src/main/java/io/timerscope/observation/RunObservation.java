package io.timerscope.observation;

import java.util.Locale;

import io.micrometer.common.docs.KeyName;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;
import io.micrometer.observation.docs.ObservationDocumentation;

/**
 * The observation that Timerscope makes, and the keys that it carries.
 */
enum RunObservation implements ObservationDocumentation {

	/** One run of a task. */
	RUN {

		@Override
		public Class<? extends ObservationConvention<? extends Observation.Context>> getDefaultConvention() {
			return DefaultRunObservationConvention.class;
		}

		@Override
		public KeyName[] getLowCardinalityKeyNames() {
			return LowKeys.values();
		}

		@Override
		public KeyName[] getHighCardinalityKeyNames() {
			return HighKeys.values();
		}

	};

	static final String NAME = "timerscope.run";

	/** From closed sets only. */
	enum LowKeys implements KeyName {

		/** The scheduler's name. */
		SCHEDULER,

		/** The kind of schedule. */
		SCHEDULE,

		/** The kind of owner. */
		OWNER,

		/** Why the task was a leak when the run started, or {@code none}. */
		LEAK;

		@Override
		public String asString() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/** For a single span. */
	enum HighKeys implements KeyName {

		/** The line that scheduled the task. */
		SITE("site"),

		/** The task's id, as the endpoint has it. */
		ID("task.id");

		private final String key;

		HighKeys(String key) {
			this.key = key;
		}

		@Override
		public String asString() {
			return this.key;
		}

	}

}
