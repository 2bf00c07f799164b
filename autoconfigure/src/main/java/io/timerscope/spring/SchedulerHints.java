package io.timerscope.spring;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.concurrent.ScheduledExecutorService;

import io.timerscope.ledger.TrackedScheduledExecutorService;
import io.timerscope.spring.schedule.ForwardingSchedulers;
import io.timerscope.spring.schedule.SpringTasks;
import io.timerscope.spring.schedule.TrackedAsyncTaskExecutor;
import io.timerscope.spring.schedule.TrackedScheduledThreadPoolExecutor;
import io.timerscope.spring.schedule.TrackedSimpleAsyncTaskScheduler;
import io.timerscope.spring.schedule.TrackedTaskScheduler;
import io.timerscope.spring.schedule.TrackedTriggerExecutor;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.TargetClassAware;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.TypeReference;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.ConcurrentTaskScheduler;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.scheduling.config.TaskSchedulerRouter;
import org.springframework.scheduling.support.DelegatingErrorHandlingRunnable;

/**
 * What a native image must keep for the wrapping: the decorators' methods, which are
 * found by reflection, the parents of the forwarding subclasses, which are compared with
 * them, and the fields of Spring's that are read.
 */
final class SchedulerHints implements RuntimeHintsRegistrar {

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		for (Class<?> type : new Class<?>[] { TrackedTaskScheduler.class, TrackedAsyncTaskExecutor.class,
				TrackedScheduledExecutorService.class, TrackedTriggerExecutor.class,
				TrackedSimpleAsyncTaskScheduler.class, TrackedScheduledThreadPoolExecutor.class,
				SimpleAsyncTaskScheduler.class, ThreadPoolTaskScheduler.class }) {
			hints.reflection().registerType(type, MemberCategory.INVOKE_PUBLIC_METHODS);
		}
		for (Class<?> level = ThreadPoolTaskScheduler.class; level != Object.class; level = level.getSuperclass()) {
			Field[] fields = level.getDeclaredFields();
			hints.reflection()
				.registerType(level, (hint) -> Arrays.stream(fields).map(Field::getName).forEach(hint::withField));
		}
		hints.reflection()
			.registerType(ConcurrentTaskScheduler.class, (hint) -> hint.withField(ExecutorBehind.FIELD))
			.registerType(TaskSchedulerRouter.class,
					(hint) -> hint.withField(ScheduledMethodsTracking.CHOICE_FIELD)
						.withField(ScheduledMethodsTracking.OWN_FIELD))
			.registerType(ThreadPoolTaskScheduler.class,
					(hint) -> hint.withField(TaskSchedulerPoolView.DECORATOR_FIELD))
			.registerTypeIfPresent(classLoader, "io.timerscope.spring.schedule.TrackedManagedExecutor",
					MemberCategory.INVOKE_PUBLIC_METHODS)
			.registerType(ForwardingSchedulers.HERE.getClass(), MemberCategory.INVOKE_DECLARED_CONSTRUCTORS)
			.registerType(ForwardingSchedulers.HERE.pooledType(), MemberCategory.INVOKE_PUBLIC_METHODS)
			.registerType(ForwardingSchedulers.HERE.simpleType(), MemberCategory.INVOKE_PUBLIC_METHODS)
			.registerTypeIfPresent(classLoader, SpringTasks.TRIGGERED,
					(hint) -> hint.withField(SpringTasks.TRIGGER_FIELD))
			.registerType(TypeReference.of(SpringTasks.OUTCOME), (hint) -> hint.withField(SpringTasks.OUTCOME_FIELD))
			.registerType(DelegatingErrorHandlingRunnable.class,
					(hint) -> hint.withField(SpringTasks.ERROR_HANDLING_FIELD));
		for (Class<?> side : new Class<?>[] { TaskScheduler.class, AsyncTaskExecutor.class,
				ScheduledExecutorService.class }) {
			hints.proxies().registerJdkProxy(side, TargetClassAware.class);
		}
	}

}
