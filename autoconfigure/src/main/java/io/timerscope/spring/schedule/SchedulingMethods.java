package io.timerscope.spring.schedule;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ScheduledExecutorService;

import io.timerscope.ledger.TaskTracker;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import org.jspecify.annotations.Nullable;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.util.ClassUtils;

/**
 * The methods by which a scheduler is given tasks, and the decorator behind each. Known
 * by name and parameters, since a class may declare them anew.
 */
public final class SchedulingMethods {

	private static final Object[] NOTHING = {};

	private static final List<Side<?>> SIDES = everySide();

	/** Made once for all schedulers that are seen by the same sides. */
	private static final Map<List<Side<?>>, Map<Signature, Handle>> HANDLES = new ConcurrentHashMap<>();

	private final List<Side<?>> sides;

	private final Map<Signature, Handle> handles;

	private final ConcurrentMap<Method, Lookup> found = new ConcurrentHashMap<>();

	public SchedulingMethods(Class<?> type) {
		this.sides = SIDES.stream().filter((side) -> side.type().isAssignableFrom(type)).toList();
		this.handles = HANDLES.computeIfAbsent(this.sides, SchedulingMethods::handles);
	}

	private static Map<Signature, Handle> handles(List<Side<?>> sides) {
		Map<Signature, Handle> handles = new HashMap<>();
		for (int index = 0; index < sides.size(); index++) {
			for (Method method : sides.get(index).decorator().getMethods()) {
				if (takesTasks(method)) {
					handles.putIfAbsent(Signature.of(method), handle(index, method));
				}
			}
		}
		return handles;
	}

	/** The sides of a scheduler that people can see it by. */
	List<Side<?>> sides() {
		return this.sides;
	}

	/**
	 * How to track a call of a method, or {@code null} if it gives the scheduler no task.
	 */
	@Nullable Handle find(Method method) {
		Lookup lookup = this.found.get(method);
		if (lookup == null) {
			lookup = new Lookup(this.handles.get(Signature.of(method)));
			this.found.put(method, lookup);
		}
		return lookup.handle();
	}

	private static List<Side<?>> everySide() {
		List<Side<?>> sides = new ArrayList<>();
		sides.add(new Side<>(TaskScheduler.class, TrackedTaskScheduler.class, TrackedTaskScheduler::new));
		sides
			.add(new Side<>(ScheduledExecutorService.class, TrackedTriggerExecutor.class, TrackedTriggerExecutor::new));
		sides.add(new Side<>(AsyncTaskExecutor.class, TrackedAsyncTaskExecutor.class, TrackedAsyncTaskExecutor::new));
		Side<?> more = ForwardingSchedulers.HERE.side();
		if (more != null) {
			sides.add(more);
		}
		if (ClassUtils.isPresent("jakarta.enterprise.concurrent.ManagedScheduledExecutorService",
				SchedulingMethods.class.getClassLoader())) {
			sides.add(ManagedSide.create());
		}
		return List.copyOf(sides);
	}

	private static boolean takesTasks(Method method) {
		if (method.getName().equals("shutdown") || method.getName().equals("shutdownNow")) {
			return true;
		}
		if (method.getParameterCount() == 0 || method.getDeclaringClass() == Object.class) {
			return false;
		}
		Class<?> first = method.getParameterTypes()[0];
		return first == Runnable.class || first == Callable.class || first == java.util.Collection.class;
	}

	private static Handle handle(int side, Method method) {
		try {
			method.setAccessible(true);
			return new Handle(side,
					MethodHandles.lookup()
						.unreflect(method)
						.asSpreader(Object[].class, method.getParameterCount())
						.asType(java.lang.invoke.MethodType.methodType(Object.class, Object.class, Object[].class)));
		}
		catch (IllegalAccessException ex) {
			throw new IllegalStateException("cannot call " + method, ex);
		}
	}

	/**
	 * One way to see a scheduler, and what tracks the tasks given to it that way.
	 *
	 * @param <T> the type to see it by
	 * @param type the same
	 * @param decorator the class of the decorator
	 * @param decorate makes the decorator
	 */
	record Side<T>(Class<T> type, Class<?> decorator, Decorate<T> decorate) {

		Object decorate(Object scheduler, TaskTracker tracker) {
			return this.decorate.over(this.type.cast(scheduler), tracker);
		}

	}

	/** Loaded where an application server's executors are known. */
	private static final class ManagedSide {

		static Side<?> create() {
			return new Side<>(ManagedScheduledExecutorService.class, TrackedManagedExecutor.class,
					TrackedManagedExecutor::new);
		}

	}

	@FunctionalInterface
	interface Decorate<T> {

		Object over(T scheduler, TaskTracker tracker);

	}

	/**
	 * A decorator's method.
	 *
	 * @param side the index of the decorator
	 * @param method takes the decorator and the arguments
	 */
	record Handle(int side, MethodHandle method) {

		@Nullable Object call(Object decorator, @Nullable Object @Nullable [] arguments) throws Throwable {
			@Nullable Object[] given = (arguments == null) ? NOTHING : arguments;
			return (Object) this.method.invokeExact(decorator, given);
		}

	}

	private record Lookup(@Nullable Handle handle) {
	}

	private record Signature(String name, List<Class<?>> parameters) {

		static Signature of(Method method) {
			return new Signature(method.getName(), new ArrayList<>(List.of(method.getParameterTypes())));
		}

	}

}
