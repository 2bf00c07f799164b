package io.timerscope.spring.schedule;

import java.io.Serializable;
import java.lang.ref.WeakReference;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.RunnableFuture;

import io.timerscope.ledger.TaskTracker;
import io.timerscope.pool.TaskView;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.SchedulingAwareRunnable;
import org.springframework.scheduling.support.DelegatingErrorHandlingRunnable;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * What Spring and the application's own schedulers ask of a task besides running it. A
 * face knows the task only as long as somebody else does.
 */
public final class TaskFaces implements TaskView {

	private static final Set<Class<?>> KEPT_BY_THE_RUN = Set.of(Runnable.class, Callable.class, Comparable.class,
			Future.class, RunnableFuture.class, Serializable.class);

	private static final ClassValue<Class<?>[]> FURTHER = new ClassValue<>() {
		@Override
		protected Class<?>[] computeValue(Class<?> type) {
			Set<Class<?>> interfaces = ClassUtils.getAllInterfacesForClassAsSet(type);
			return KEPT_BY_THE_RUN.containsAll(interfaces) ? new Class<?>[0] : interfaces.toArray(Class<?>[]::new);
		}
	};

	@Override
	public Object of(Object task, Object run) {
		if (task instanceof DelegatingErrorHandlingRunnable) {
			return new ErrorHandling((Runnable) run);
		}
		Class<?>[] interfaces = FURTHER.get(task.getClass());
		if (interfaces.length == 0) {
			return run;
		}
		if (interfaces.length <= 2 && task instanceof SchedulingAwareRunnable aware) {
			return new SchedulingAware(aware, (Runnable) run);
		}
		return Proxy.newProxyInstance(task.getClass().getClassLoader(), interfaces,
				new Answers(new WeakReference<>(task), task.getClass(), run));
	}

	/**
	 * What a scheduler gets to see of a task that others have put around the user's.
	 * @param face what it would have got to see of the user's
	 * @param task theirs, or the user's own
	 */
	static Object around(Object face, Object task) {
		Object run = run(face);
		return TaskTracker.surround(run, task) ? new TaskFaces().of(task, run) : task;
	}

	private static Object run(Object face) {
		if (face instanceof ErrorHandling handling) {
			return handling.run;
		}
		if (face instanceof SchedulingAware aware) {
			return aware.run;
		}
		return (Proxy.isProxyClass(face.getClass()) && Proxy.getInvocationHandler(face) instanceof Answers answers)
				? answers.run() : face;
	}

	/** Spring adds no error handling to a task that brings its own. */
	private static final class ErrorHandling extends DelegatingErrorHandlingRunnable {

		private final Runnable run;

		ErrorHandling(Runnable run) {
			super(run, ReflectionUtils::rethrowRuntimeException);
			this.run = run;
		}

		@Override
		public void run() {
			this.run.run();
		}

		@Override
		public String toString() {
			return this.run.toString();
		}

	}

	/** Spring chooses a scheduler and a kind of thread by what the task says. */
	private static final class SchedulingAware implements SchedulingAwareRunnable {

		private final WeakReference<SchedulingAwareRunnable> task;

		private final Runnable run;

		SchedulingAware(SchedulingAwareRunnable task, Runnable run) {
			this.task = new WeakReference<>(task);
			this.run = run;
		}

		@Override
		public void run() {
			this.run.run();
		}

		@Override
		public boolean isLongLived() {
			SchedulingAwareRunnable task = this.task.get();
			return task != null && task.isLongLived();
		}

		@Override
		public @Nullable String getQualifier() {
			SchedulingAwareRunnable task = this.task.get();
			return (task == null) ? null : task.getQualifier();
		}

		@Override
		public String toString() {
			return this.run.toString();
		}

	}

	/**
	 * The answers of a task behind its interfaces: the run runs, the task says the rest.
	 *
	 * @param task the application's task
	 * @param type its class
	 * @param run what stands in for it
	 */
	private record Answers(WeakReference<Object> task, Class<?> type, Object run) implements InvocationHandler {

		@Override
		public @Nullable Object invoke(Object face, Method method, @Nullable Object @Nullable [] arguments)
				throws Throwable {
			if (method.getName().equals("equals") && arguments != null && arguments.length == 1) {
				return face == arguments[0];
			}
			if (isItsOwn(method, "run", Runnable.class)) {
				((Runnable) this.run).run();
				return null;
			}
			if (isItsOwn(method, "call", Callable.class)) {
				return ((Callable<?>) this.run).call();
			}
			boolean toTheRun = method.getDeclaringClass().isInstance(this.run);
			Object target = toTheRun ? this.run : this.task.get();
			if (target == null) {
				throw new IllegalStateException("the task was cancelled and let go");
			}
			try {
				ReflectionUtils.makeAccessible(method);
				return method.invoke(target, arguments);
			}
			catch (InvocationTargetException ex) {
				throw ex.getTargetException();
			}
		}

		/** Whatever interface declares it anew, a class has one method of this kind. */
		private boolean isItsOwn(Method method, String name, Class<?> kind) {
			return method.getParameterCount() == 0 && method.getName().equals(name) && kind.isAssignableFrom(this.type);
		}

	}

}
