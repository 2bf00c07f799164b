package io.timerscope.spring.bean;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.timerscope.spring.schedule.SpringTasks;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.support.ScheduledMethodRunnable;
import org.springframework.util.ClassUtils;

/** Recognises the tasks behind {@code @Scheduled}. */
final class DeclaredMethods {

	private final Map<String, MethodLines> classes = new ConcurrentHashMap<>();

	@Nullable DeclaredMethod of(Object task) {
		if (!SpringTasks.isSpring(task)) {
			return null;
		}
		Object inner = SpringTasks.unwrap(task);
		if (inner instanceof ScheduledMethodRunnable scheduled) {
			Method method = scheduled.getMethod();
			Class<?> type = ClassUtils.getUserClass(method.getDeclaringClass());
			return new DeclaredMethod(scheduled.getTarget(), type.getName(),
					site(type.getClassLoader(), type.getName(), method.getName()));
		}
		String innerType = inner.getClass().getName();
		return (innerType.equals(SpringTasks.REACTIVE) || innerType.equals(SpringTasks.OUTCOME)) ? named(inner) : null;
	}

	/** The name is all that can be had: class and method. */
	private @Nullable DeclaredMethod named(Object task) {
		String name = task.toString();
		int dot = name.lastIndexOf('.');
		ClassLoader loader = Thread.currentThread().getContextClassLoader();
		if (dot < 1 || !ClassUtils.isPresent(name.substring(0, dot), loader)) {
			return null;
		}
		String className = ClassUtils.getUserClass(ClassUtils.resolveClassName(name.substring(0, dot), loader))
			.getName();
		return new DeclaredMethod(null, className, site(loader, className, name.substring(dot + 1)));
	}

	private StackTraceElement site(@Nullable ClassLoader loader, String className, String method) {
		return this.classes.computeIfAbsent(className, (key) -> MethodLines.read(loader, key)).site(method);
	}

}
