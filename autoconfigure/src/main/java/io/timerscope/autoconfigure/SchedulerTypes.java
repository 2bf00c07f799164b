package io.timerscope.autoconfigure;

import java.util.concurrent.ExecutorService;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationContext;
import org.springframework.util.ClassUtils;

/** Tells by the name of a scheduler's class whether it is an {@link ExecutorService}. */
final class SchedulerTypes implements Predicate<String> {

	private final @Nullable ClassLoader classLoader;

	SchedulerTypes(ApplicationContext context) {
		this.classLoader = context.getClassLoader();
	}

	@Override
	public boolean test(String type) {
		try {
			return ExecutorService.class.isAssignableFrom(ClassUtils.forName(type, this.classLoader));
		}
		catch (ClassNotFoundException | LinkageError ex) {
			return false;
		}
	}

}
