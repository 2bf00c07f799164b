package io.timerscope.spring.bean;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.function.Predicate;
import java.util.function.Supplier;

import io.timerscope.scope.TaskHandle;
import io.timerscope.scope.TaskScope;
import io.timerscope.scope.TaskScopes;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.util.ReflectionUtils;

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
			return any(type, TaskOwnership::keepsSign) || any(type, TaskOwnership::isGivenSign)
					|| any(type, TaskOwnership::isMadeWithSign);
		}
		catch (LinkageError | RuntimeException ex) {
			// a class that mentions what is not on the class path
			return false;
		}
	}

	private static boolean any(Class<?> type, Predicate<Class<?>> inlet) {
		for (Class<?> it = type; it != null && it != Object.class; it = it.getSuperclass()) {
			if (inlet.test(it)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * No streams, and no copies of members that Spring keeps: every bean of the
	 * application passes here while it starts.
	 */
	private static boolean keepsSign(Class<?> type) {
		boolean[] found = { false };
		ReflectionUtils.doWithLocalFields(type, (field) -> found[0] = found[0]
				|| isSign(field.getType(), field::getGenericType, () -> ResolvableType.forField(field)));
		return found[0];
	}

	private static boolean isGivenSign(Class<?> type) {
		boolean[] found = { false };
		ReflectionUtils.doWithLocalMethods(type, (method) -> found[0] = found[0]
				|| (method.getParameterCount() == 1 && method.getName().startsWith("set") && takesSign(method)));
		return found[0];
	}

	/** Spring keeps no constructors. */
	private static boolean isMadeWithSign(Class<?> type) {
		for (Constructor<?> constructor : type.getDeclaredConstructors()) {
			if (takesSign(constructor)) {
				return true;
			}
		}
		return false;
	}

	private static boolean takesSign(Executable executable) {
		for (int i = 0; i < executable.getParameterCount(); i++) {
			MethodParameter parameter = MethodParameter.forExecutable(executable, i);
			if (isSign(parameter.getParameterType(), parameter::getGenericParameterType,
					() -> ResolvableType.forMethodParameter(parameter))) {
				return true;
			}
		}
		return false;
	}

	/** The type itself, or what a provider, list or map of it is about. */
	private static boolean isSign(Class<?> raw, Supplier<Type> generic, Supplier<ResolvableType> resolvable) {
		if (isSign(raw)) {
			return true;
		}
		if (isSimple(raw) || generic.get() instanceof Class) {
			return false;
		}
		ResolvableType type = resolvable.get();
		if (isSign(type)) {
			return true;
		}
		for (ResolvableType part : type.getGenerics()) {
			if (isSign(part)) {
				return true;
			}
		}
		return false;
	}

	/** Whether it surely has no type parameters, which takes the JDK a while to say. */
	private static boolean isSimple(Class<?> raw) {
		return raw.isPrimitive() || raw.isArray() || raw.isEnum() || raw == String.class || raw == Object.class;
	}

	private static boolean isSign(ResolvableType type) {
		Class<?> resolved = type.resolve();
		return resolved != null && isSign(resolved);
	}

	private static boolean isSign(Class<?> type) {
		for (Class<?> sign : SIGNS) {
			if (sign.isAssignableFrom(type)) {
				return true;
			}
		}
		return false;
	}

}
