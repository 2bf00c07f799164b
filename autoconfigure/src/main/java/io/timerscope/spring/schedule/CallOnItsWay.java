package io.timerscope.spring.schedule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import org.springframework.aop.ProxyMethodInvocation;

/**
 * A scheduling call on its way through advice of others. Its arguments are the user's
 * own, until it arrives in front of the scheduler.
 */
final class CallOnItsWay {

	private static final String ATTRIBUTE = CallOnItsWay.class.getName();

	private final @Nullable Object[] users;

	private final @Nullable Object[] tracked;

	/**
	 * Starts on the way.
	 * @param users the arguments of the user
	 * @param tracked the same with runs in place of tasks, and with triggers that are
	 * watched
	 */
	private CallOnItsWay(@Nullable Object[] users, @Nullable Object[] tracked) {
		this.users = users;
		this.tracked = tracked;
	}

	/** Goes on with the arguments of the user, possibly on another thread. */
	static @Nullable Object proceed(ProxyMethodInvocation invocation, @Nullable Object[] tracked) throws Throwable {
		invocation.setUserAttribute(ATTRIBUTE, new CallOnItsWay(invocation.getArguments().clone(), tracked));
		return invocation.proceed();
	}

	/** Goes on to the scheduler with what is tracked. */
	static @Nullable Object arrive(ProxyMethodInvocation invocation) throws Throwable {
		if (!(invocation.getUserAttribute(ATTRIBUTE) instanceof CallOnItsWay call)) {
			return invocation.proceed();
		}
		@Nullable Object[] before = invocation.getArguments();
		invocation.setArguments(call.arrived(before));
		try {
			return invocation.proceed();
		}
		finally {
			invocation.setArguments(before);
		}
	}

	/** What others replaced stays replaced, and a task among it is tracked. */
	private @Nullable Object[] arrived(@Nullable Object[] arguments) {
		@Nullable Object[] arrived = arguments.clone();
		for (int i = 0; i < arrived.length; i++) {
			if (arrived[i] == this.users[i]) {
				arrived[i] = this.tracked[i];
			}
			else if (this.tracked[i] instanceof Collection<?> tasks && arrived[i] instanceof Collection<?> others) {
				arrived[i] = (tasks.size() == others.size()) ? arrived(tasks, others) : others;
			}
			else if (this.tracked[i] != this.users[i] && isTask(this.tracked[i]) && isTask(arrived[i])) {
				arrived[i] = TaskFaces.around(this.tracked[i], arrived[i]);
			}
		}
		return arrived;
	}

	private static boolean isTask(@Nullable Object argument) {
		return argument instanceof Runnable || argument instanceof Callable;
	}

	/** A batch whose tasks may be the user's or others' in their place. */
	private static List<Object> arrived(Collection<?> tracked, Collection<?> others) {
		List<Object> arrived = new ArrayList<>(others.size());
		Iterator<?> tasks = tracked.iterator();
		for (Object other : others) {
			arrived.add(TaskFaces.around(tasks.next(), other));
		}
		return arrived;
	}

}
