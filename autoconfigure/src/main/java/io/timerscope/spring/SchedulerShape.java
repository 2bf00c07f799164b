package io.timerscope.spring;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;

import io.timerscope.spring.schedule.ForwardingScheduler;
import io.timerscope.spring.schedule.ForwardingSchedulers;
import io.timerscope.spring.schedule.TrackedScheduledThreadPoolExecutor;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.concurrent.ConcurrentTaskScheduler;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.util.ClassUtils;

/**
 * The shape in which a scheduler of some class can be tracked without anybody noticing:
 * whatever the bean could be injected as, it still can.
 */
sealed interface SchedulerShape {

	/** Modifiers of what code in another package can call or override. */
	int VISIBLE_ELSEWHERE = Modifier.PUBLIC | Modifier.PROTECTED;

	/** Methods that a subclass of ours does not forward. */
	ClassValue<Optional<Method>> GAPS = new ClassValue<>() {
		@Override
		protected Optional<Method> computeValue(Class<?> subclass) {
			return Optional.ofNullable(ForwardingScheduler.gap(subclass));
		}
	};

	/** Looked for once in each class, since the type of a bean is asked for often. */
	ClassValue<Optional<String>> OBSTACLES = new ClassValue<>() {
		@Override
		protected Optional<String> computeValue(Class<?> type) {
			return Optional.ofNullable(obstacle(type));
		}
	};

	/**
	 * Decides.
	 * @param type the class of the scheduler
	 * @param declared what the container was told about the bean
	 * @return the first shape that is safe
	 */
	static SchedulerShape of(Class<?> type, Class<?> declared) {
		try {
			return decide(type, declared);
		}
		catch (RuntimeException | LinkageError ex) {
			return new LeftAlone("its class cannot be looked at: " + ex);
		}
	}

	private static SchedulerShape decide(Class<?> type, Class<?> declared) {
		String untouchable = Untouchables.reason(type);
		if (untouchable != null) {
			return new LeftAlone(untouchable);
		}
		if (type == ThreadPoolTaskScheduler.class && GAPS.get(ForwardingSchedulers.HERE.pooledType()).isEmpty()) {
			return Tracked.FORWARDED;
		}
		if (type == SimpleAsyncTaskScheduler.class) {
			return forwarding(ForwardingSchedulers.HERE.simpleType());
		}
		if (type == ScheduledThreadPoolExecutor.class) {
			return forwarding(TrackedScheduledThreadPoolExecutor.class);
		}
		if (type.getName().equals("java.util.concurrent.Executors$DelegatedScheduledExecutorService")) {
			return Tracked.DECORATED;
		}
		if (ConcurrentTaskScheduler.class.isAssignableFrom(type)) {
			return Tracked.BEHIND;
		}
		String obstacle = OBSTACLES.get(type).orElse(null);
		if (obstacle == null) {
			return Tracked.SUBCLASSED;
		}
		if (isSeenByInterfaces(type, declared)) {
			String identity = identity(type);
			return (identity == null) ? Tracked.IMPLEMENTED : new LeftAlone(identity);
		}
		return new LeftAlone(obstacle);
	}

	private static boolean isSeenByInterfaces(Class<?> type, Class<?> declared) {
		if (ThreadPoolTaskScheduler.class.isAssignableFrom(type)
				|| SimpleAsyncTaskScheduler.class.isAssignableFrom(type)) {
			return false;
		}
		return Proxy.isProxyClass(type) || declared.isInterface() || (isOfTheJdk(type) && hasNoPublicClass(type));
	}

	private static SchedulerShape forwarding(Class<?> subclass) {
		Method gap = GAPS.get(subclass).orElse(null);
		return (gap == null) ? Tracked.FORWARDED : new LeftAlone(
				"this version of its class has a method that Timerscope does not know: " + gap.toGenericString());
	}

	/** Why a generated subclass would break the class, or {@code null}. */
	private static @Nullable String obstacle(Class<?> type) {
		if (Modifier.isFinal(type.getModifiers())) {
			return "its class is final";
		}
		if (type.isSealed() || type.isHidden() || Modifier.isPrivate(type.getModifiers()) || isOfTheJdk(type)) {
			return "no subclass of its class can be made";
		}
		if (!hasVisibleConstructor(type)) {
			return "its class has only private constructors";
		}
		for (Class<?> level = type; level != null && level != Object.class; level = level.getSuperclass()) {
			String obstacle = isOfTheJdk(level) ? null : obstacleAt(level, type);
			if (obstacle != null) {
				return obstacle;
			}
		}
		String obstacle = publicFinalMethod(type);
		return (obstacle != null) ? obstacle : identity(type);
	}

	private static @Nullable String obstacleAt(Class<?> level, Class<?> type) {
		boolean samePackage = level.getPackageName().equals(type.getPackageName());
		for (Method method : level.getDeclaredMethods()) {
			int modifiers = method.getModifiers();
			if (Modifier.isStatic(modifiers) || Modifier.isPrivate(modifiers) || method.isSynthetic()) {
				continue;
			}
			if (Modifier.isFinal(modifiers)) {
				return finalMethod(method);
			}
			if (!samePackage && (modifiers & VISIBLE_ELSEWHERE) == 0) {
				return "its class has a method of another package, which a proxy cannot forward: "
						+ ClassUtils.getQualifiedMethodName(method);
			}
		}
		for (var field : level.getDeclaredFields()) {
			if (Modifier.isPublic(field.getModifiers()) && !Modifier.isStatic(field.getModifiers())) {
				return "its class has a public field, which a proxy cannot answer for: " + field.getName();
			}
		}
		return null;
	}

	/** In a class of the JDK only a public one can be called on the bean. */
	private static @Nullable String publicFinalMethod(Class<?> type) {
		for (Method method : type.getMethods()) {
			if (Modifier.isFinal(method.getModifiers()) && !Modifier.isStatic(method.getModifiers())
					&& method.getDeclaringClass() != Object.class) {
				return finalMethod(method);
			}
		}
		return null;
	}

	/** A proxy is equal to proxies only. */
	private static @Nullable String identity(Class<?> type) {
		Method equals = ClassUtils.getMethod(type, "equals", Object.class);
		return (equals.getDeclaringClass() == Object.class || Proxy.isProxyClass(type)) ? null
				: "its class has an equals of its own, which a proxy cannot answer for";
	}

	private static String finalMethod(Method method) {
		return "its class has a final method, which a proxy cannot forward: "
				+ ClassUtils.getQualifiedMethodName(method);
	}

	private static boolean hasVisibleConstructor(Class<?> type) {
		for (var constructor : type.getDeclaredConstructors()) {
			if (!Modifier.isPrivate(constructor.getModifiers())) {
				return true;
			}
		}
		return false;
	}

	/** Whether no class of the bean can be named by an injection point elsewhere. */
	private static boolean hasNoPublicClass(Class<?> type) {
		for (Class<?> level = type; level != null && level != Object.class; level = level.getSuperclass()) {
			if (Modifier.isPublic(level.getModifiers()) && level != AbstractExecutorService.class) {
				return false;
			}
		}
		return true;
	}

	private static boolean isOfTheJdk(Class<?> type) {
		return type.getClassLoader() == null || type.getName().startsWith("java.");
	}

	/** The ways to track. */
	enum Tracked implements SchedulerShape {

		/** A subclass written by hand. */
		FORWARDED,

		/** A decorator, where nobody can name the class. */
		DECORATED,

		/** The bean stays; the executor that it runs on is replaced. */
		BEHIND,

		/** A generated subclass. */
		SUBCLASSED,

		/** A proxy of all interfaces. */
		IMPLEMENTED

	}

	/**
	 * No way.
	 *
	 * @param reason why, for people
	 */
	record LeftAlone(String reason) implements SchedulerShape {
	}

}
