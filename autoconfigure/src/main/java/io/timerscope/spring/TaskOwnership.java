package io.timerscope.spring;

import java.lang.reflect.Constructor;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.stream.Stream;

import io.timerscope.scope.TaskHandle;
import io.timerscope.scope.TaskScope;
import io.timerscope.scope.TaskScopes;

import org.springframework.core.ResolvableType;
import org.springframework.scheduling.TaskScheduler;

/**
 * Whether beans of a class may own tasks: a scheduler comes in, or a future is kept.
 * Judged by fields, constructors and setters, once per class.
 */
final class TaskOwnership {

	private static final List<Class<?>> SIGNS = List.of(TaskScheduler.class, ScheduledExecutorService.class,
			ScheduledFuture.class, TaskScopes.class, TaskScope.class, TaskHandle.class);

	private final Map<Class<?>, Boolean> verdicts = new ConcurrentHashMap<>();

	boolean isLikely(Class<?> type) {
		return this.verdicts.computeIfAbsent(type, TaskOwnership::judge);
	}

	private static boolean judge(Class<?> type) {
		try {
			for (Class<?> it = type; it != null && it != Object.class; it = it.getSuperclass()) {
				if (inlets(it).anyMatch(TaskOwnership::isSign)) {
					return true;
				}
			}
			return false;
		}
		catch (LinkageError | RuntimeException ex) {
			// a class that mentions what is not on the class path
			return false;
		}
	}

	private static Stream<ResolvableType> inlets(Class<?> type) {
		Stream<ResolvableType> fields = Stream.of(type.getDeclaredFields()).map(ResolvableType::forField);
		Stream<ResolvableType> constructors = Stream.of(type.getDeclaredConstructors())
			.flatMap(TaskOwnership::parameters);
		Stream<ResolvableType> setters = Stream.of(type.getDeclaredMethods())
			.filter((method) -> method.getName().startsWith("set") && method.getParameterCount() == 1)
			.map((method) -> ResolvableType.forMethodParameter(method, 0));
		return Stream.of(fields, constructors, setters).flatMap((inlets) -> inlets);
	}

	private static Stream<ResolvableType> parameters(Constructor<?> constructor) {
		return Stream.iterate(0, (i) -> i < constructor.getParameterCount(), (i) -> i + 1)
			.map((i) -> ResolvableType.forConstructorParameter(constructor, i));
	}

	/** The type itself, or what a provider, list or map of it is about. */
	private static boolean isSign(ResolvableType type) {
		return isSignItself(type) || Stream.of(type.getGenerics()).anyMatch(TaskOwnership::isSignItself);
	}

	private static boolean isSignItself(ResolvableType type) {
		Class<?> resolved = type.resolve();
		return resolved != null && SIGNS.stream().anyMatch((sign) -> sign.isAssignableFrom(resolved));
	}

}
