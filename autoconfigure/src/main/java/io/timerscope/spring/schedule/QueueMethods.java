package io.timerscope.spring.schedule;

import java.lang.reflect.Method;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;

import io.timerscope.ledger.TaskTracker;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;

/**
 * The methods of a pool by which tasks leave its queue, or by which people look at it.
 */
final class QueueMethods {

	private QueueMethods() {
	}

	static boolean contains(Method method) {
		return ThreadPoolExecutor.class.isAssignableFrom(method.getDeclaringClass())
				&& (isRemoval(method) || isQueue(method));
	}

	private static boolean isRemoval(Method method) {
		return method.getName().equals("remove") && method.getParameterCount() == 1
				&& method.getParameterTypes()[0] == Runnable.class;
	}

	private static boolean isQueue(Method method) {
		return method.getName().equals("getQueue") && method.getParameterCount() == 0
				&& method.getReturnType() == BlockingQueue.class;
	}

	/** Goes on with a call, in terms of the futures that callers hold. */
	@SuppressWarnings("unchecked")
	static @Nullable Object call(MethodInvocation invocation, TaskTracker tracker) throws Throwable {
		if (!contains(invocation.getMethod())) {
			return invocation.proceed();
		}
		@Nullable Object[] arguments = invocation.getArguments();
		if (arguments.length == 0) {
			return (invocation.proceed() instanceof BlockingQueue<?> queue)
					? tracker.queue((BlockingQueue<Runnable>) queue) : null;
		}
		Object given = arguments[0];
		arguments[0] = TaskTracker.bare(given);
		Object removed = invocation.proceed();
		return (removed instanceof Boolean answer) ? tracker.remove(given, (bare) -> answer) : removed;
	}

}
