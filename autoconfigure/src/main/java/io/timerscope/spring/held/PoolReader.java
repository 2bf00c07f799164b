package io.timerscope.spring.held;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.Timer;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.function.Predicate;

import io.timerscope.outside.HeldPool;
import io.timerscope.outside.OutsideKind;
import org.jspecify.annotations.Nullable;

/**
 * Says of a pool, timer or thread how its threads can be known. The JDK does not tell a
 * pool's threads; their names come from the thread factory, and those of a pool that
 * hides its factory most likely from a literal in the class that holds it. Made for one
 * walk.
 */
final class PoolReader {

	private static final String JDK_WRAPPER = "java.util.concurrent.Executors$";

	private static final String JDK_FACTORY = "java.util.concurrent.Executors$DefaultThreadFactory";

	private static final int FACTORIES = 4;

	private final FieldReader fields;

	private final Map<Class<?>, List<String>> classTexts = new HashMap<>();

	PoolReader(FieldReader fields) {
		this.fields = fields;
	}

	/** Whether an object is one that is looked for. */
	static boolean isPool(Object object) {
		return object instanceof Timer || object instanceof Thread || object instanceof ScheduledThreadPoolExecutor
				|| (object instanceof ScheduledExecutorService && !(object instanceof ForkJoinPool)
						&& object.getClass().getName().startsWith(JDK_WRAPPER));
	}

	/**
	 * Describes a pool.
	 * @param object the pool
	 * @param place where it was found
	 * @param library the library that holds it, or {@code null}
	 * @return the description, or {@code null} if it has no thread
	 */
	@Nullable HeldPool read(Object object, HeldPlace place, @Nullable String library) {
		try {
			return describe(object, place, library);
		}
		catch (RuntimeException ex) {
			return null;
		}
	}

	private @Nullable HeldPool describe(Object object, HeldPlace place, @Nullable String library) {
		if (object instanceof Thread thread) {
			return thread.isAlive() ? new HeldPool(OutsideKind.THREAD, place.words(), library, place.role(), 1,
					thread.getId(), List.of(), false, false) : null;
		}
		if (object instanceof ExecutorService executor && executor.isTerminated()) {
			return null;
		}
		if (object instanceof ScheduledThreadPoolExecutor pool) {
			Set<String> texts = new LinkedHashSet<>();
			boolean jdk = collect(pool.getThreadFactory(), texts, FACTORIES);
			Predicate<String> sure = NameHint.of(texts);
			int threads = pool.getPoolSize();
			return (threads == 0) ? null : new HeldPool(OutsideKind.POOL, place.words(), library, place.role(), threads,
					0, names(sure, place, pool.getThreadFactory().getClass()), jdk || sure == null, false);
		}
		OutsideKind kind = (object instanceof Timer) ? OutsideKind.TIMER : OutsideKind.POOL;
		return new HeldPool(kind, place.words(), library, place.role(), 1, 0, names(null, place, null), true, true);
	}

	private List<Predicate<String>> names(@Nullable Predicate<String> sure, HeldPlace place,
			@Nullable Class<?> factory) {
		List<Predicate<String>> names = new ArrayList<>();
		if (sure != null) {
			names.add(sure);
		}
		Set<Class<?>> writers = new LinkedHashSet<>();
		if (factory != null && !ApplicationClasses.isOfTheJdk(factory)) {
			writers.add(factory.getNestHost());
		}
		writers.addAll(place.writers());
		Set<String> texts = new LinkedHashSet<>();
		writers.forEach((writer) -> texts.addAll(this.classTexts.computeIfAbsent(writer, ClassTexts::of)));
		Predicate<String> likely = NameHint.of(texts);
		if (likely != null) {
			names.add(likely);
		}
		return names;
	}

	/** Adds a factory's texts; says whether the JDK's own factory is behind it. */
	private boolean collect(ThreadFactory factory, Set<String> texts, int depth) {
		if (factory.getClass().getName().equals(JDK_FACTORY)) {
			return true;
		}
		texts.addAll(this.fields.texts(factory));
		boolean behind = false;
		for (Field field : this.fields.fields(factory.getClass())) {
			if (depth > 0 && this.fields.read(field, factory) instanceof ThreadFactory inner && inner != factory) {
				behind |= collect(inner, texts, depth - 1);
			}
		}
		return behind;
	}

}
