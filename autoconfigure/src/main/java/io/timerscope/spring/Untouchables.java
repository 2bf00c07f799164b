package io.timerscope.spring;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledExecutorService;

import org.jspecify.annotations.Nullable;

import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * Schedulers that are left alone by rule, whatever could be done about them.
 */
final class Untouchables {

	static final String MOCK = "it is a mock, which is not tracked";

	private static final String FORK_JOIN_POOL = "ForkJoinPool is left alone, since most of what it runs is no timer; "
			+ "@Scheduled methods that run on it are tracked, other tasks that are scheduled on it are not. Declare a "
			+ "TaskScheduler bean for them";

	private static final Map<String, String> EVENT_LOOPS = Map.of("io.netty.util.concurrent.EventExecutorGroup",
			"Netty", "io.vertx.core.Vertx", "Vert.x", "io.vertx.core.internal.ContextInternal", "Vert.x",
			"reactor.netty.resources.LoopResources", "Reactor Netty");

	private Untouchables() {
	}

	/** Why schedulers of a class are left alone, or {@code null}. */
	static @Nullable String reason(Class<?> type) {
		if (ForkJoinPool.class.isAssignableFrom(type)) {
			return ScheduledExecutorService.class.isAssignableFrom(ForkJoinPool.class) ? FORK_JOIN_POOL
					: "ForkJoinPool is left alone: before JDK 25 it is no scheduler";
		}
		if (type.getName().contains("MockitoMock")) {
			return MOCK;
		}
		for (Class<?> level = type; level != null; level = level.getSuperclass()) {
			String loop = eventLoop(level);
			if (loop != null) {
				return "an event loop of " + loop + " is left alone: it is no scheduler of the application's";
			}
		}
		return null;
	}

	/**
	 * Whether it is a mock or spy. Asks Mockito only where Mockito makes inline mocks
	 * already, which are of the very class that they mock: asking it sooner would attach
	 * its agent to the application.
	 */
	static boolean isMock(Object scheduler, @Nullable ClassLoader classLoader) {
		if (Proxy.isProxyClass(scheduler.getClass())
				&& Proxy.getInvocationHandler(scheduler).getClass().getName().startsWith("org.mockito.")) {
			return true;
		}
		if (!makesInlineMocks()) {
			return false;
		}
		try {
			Class<?> mockito = ClassUtils.forName("org.mockito.Mockito", classLoader);
			Method mockingDetails = mockito.getMethod("mockingDetails", Object.class);
			Object details = mockingDetails.invoke(null, scheduler);
			Method isMock = ClassUtils.forName("org.mockito.MockingDetails", classLoader).getMethod("isMock");
			return Boolean.TRUE.equals(ReflectionUtils.invokeMethod(isMock, details));
		}
		catch (ReflectiveOperationException | LinkageError | RuntimeException ex) {
			return false;
		}
	}

	/** Its agent then has put a class among those of the JDK. */
	private static boolean makesInlineMocks() {
		try {
			Class.forName("org.mockito.internal.creation.bytebuddy.inject.MockMethodDispatcher", false, null);
			return true;
		}
		catch (ClassNotFoundException | LinkageError ex) {
			return false;
		}
	}

	private static @Nullable String eventLoop(Class<?> level) {
		String loop = EVENT_LOOPS.get(level.getName());
		if (loop != null) {
			return loop;
		}
		for (Class<?> type : level.getInterfaces()) {
			loop = eventLoop(type);
			if (loop != null) {
				return loop;
			}
		}
		return null;
	}

}
