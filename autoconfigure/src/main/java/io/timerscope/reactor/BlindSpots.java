package io.timerscope.reactor;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Schedulers;

/**
 * Which of Reactor's common schedulers cannot be followed. They are never made here, nor
 * made anew, since somebody may hold them already.
 *
 * @param hook knows which can
 */
record BlindSpots(ReactorHook hook) {

	/** Where Reactor keeps them, from their first use on. */
	private static final Map<String, String> FIELDS = new LinkedHashMap<>(Map.of("parallel", "CACHED_PARALLEL",
			"single", "CACHED_SINGLE", "boundedElastic", "CACHED_BOUNDED_ELASTIC"));

	/** Sentences for users. */
	List<String> gaps() {
		List<String> gaps = new ArrayList<>();
		List<String> older = FIELDS.keySet().stream().sorted().filter(this::isOlder).toList();
		if (!older.isEmpty()) {
			gaps.add("Reactor's " + String.join(", ", older) + " was made before Timerscope started; what is scheduled "
					+ "on it is not seen. Use it no sooner than the application context");
		}
		if (Schedulers.DEFAULT_BOUNDED_ELASTIC_ON_VIRTUAL_THREADS) {
			gaps.add(
					"Reactor's boundedElastic runs on virtual threads; what is scheduled on it is not seen, and changes "
							+ "to it lose the request. Set reactor.schedulers.defaultBoundedElasticOnVirtualThreads=false, or "
							+ "schedule on Schedulers.parallel()");
		}
		return gaps;
	}

	private boolean isOlder(String name) {
		try {
			Object scheduler = common(String.valueOf(FIELDS.get(name)));
			return scheduler != null && !this.hook.knows(scheduler);
		}
		catch (ReflectiveOperationException | RuntimeException ex) {
			return false; // another Reactor, or one that is closed to us
		}
	}

	private static @Nullable Object common(String name) throws ReflectiveOperationException {
		Field field = Schedulers.class.getDeclaredField(name);
		field.setAccessible(true);
		Object cached = (field.get(null) instanceof AtomicReference<?> reference) ? reference.get() : null;
		return (cached instanceof Supplier<?> supplier) ? supplier.get() : cached;
	}

}
