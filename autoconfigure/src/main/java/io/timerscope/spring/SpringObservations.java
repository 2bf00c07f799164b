package io.timerscope.spring;

import java.util.function.Predicate;
import java.util.function.Supplier;

import io.micrometer.observation.ObservationRegistry;
import io.timerscope.spring.schedule.SpringTasks;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.scheduling.support.ScheduledMethodRunnable;

/**
 * Knows the tasks whose runs Spring observes itself as {@code tasks.scheduled.execution}:
 * {@code @Scheduled} methods, where the application has an {@link ObservationRegistry}.
 *
 * @since 0.1.0
 */
public final class SpringObservations implements Predicate<Object> {

	private static final String REGISTRY_FIELD = "observationRegistrySupplier";

	/**
	 * Whether Spring observes the runs of a task.
	 * @param task what was scheduled
	 * @return {@code true} also where that cannot be found out
	 */
	@Override
	public boolean test(Object task) {
		if (!SpringTasks.isSpring(task)) {
			return false;
		}
		Object inner = SpringTasks.unwrap(task);
		if (!SpringTasks.isScheduledMethod(inner)) {
			return inner.getClass().getName().equals(SpringTasks.OUTCOME);
		}
		return !(SpringTasks.read(inner, inner.getClass(), REGISTRY_FIELD) instanceof Supplier<?> registry)
				|| (registry.get() instanceof ObservationRegistry it && !it.isNoop());
	}

	/** The field that a native image must keep. */
	public static final class Hints implements RuntimeHintsRegistrar {

		@Override
		public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
			hints.reflection().registerType(ScheduledMethodRunnable.class, (hint) -> hint.withField(REGISTRY_FIELD));
		}

	}

}
