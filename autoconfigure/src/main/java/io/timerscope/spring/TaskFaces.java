package io.timerscope.spring;

import java.io.Serializable;
import java.lang.ref.WeakReference;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.RunnableFuture;

import io.timerscope.TaskFace;
import org.jspecify.annotations.Nullable;

import org.springframework.scheduling.SchedulingAwareRunnable;
import org.springframework.scheduling.support.DelegatingErrorHandlingRunnable;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * What Spring and the application's own schedulers ask of a task besides running it. A
 * face knows the task only as long as somebody else does.
 */
final class TaskFaces implements TaskFace {

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
				new Answers(new WeakReference<>(task), run)::answer);
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
	 * @param run what stands in for it
	 */
	private record Answers(WeakReference<Object> task, Object run) {

		private @Nullable Object answer(Object face, Method method, @Nullable Object @Nullable [] arguments)
				throws Throwable {
			if (method.getName().equals("equals") && arguments != null && arguments.length == 1) {
				return face == arguments[0];
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

	}

}
