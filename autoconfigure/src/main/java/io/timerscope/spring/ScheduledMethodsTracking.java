package io.timerscope.spring;

import java.lang.reflect.Field;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;

import io.timerscope.ledger.TaskLedger;
import io.timerscope.ledger.TaskTracker;
import io.timerscope.pool.PoolView;
import io.timerscope.pool.SchedulerTraits;
import io.timerscope.spring.schedule.TaskFaces;
import io.timerscope.spring.schedule.TrackedTriggerExecutor;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryAware;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.Ordered;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.concurrent.ConcurrentTaskScheduler;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.scheduling.config.TaskManagementConfigUtils;
import org.springframework.scheduling.config.TaskSchedulerRouter;
import org.springframework.util.ReflectionUtils;

/**
 * Tracks {@code @Scheduled} methods where Spring runs them on something that is no
 * tracked bean: a {@link ForkJoinPool} bean, which is a scheduler from JDK 25 on, or a
 * thread of Spring's own where it finds no scheduler to choose. Spring's router chooses
 * as it always does, and ends what it has made; the tasks are noted on their way. A pool
 * that is a bean is left alone otherwise. Comes after all other configurers, so that
 * their scheduler counts.
 *
 * @since 0.1.0
 */
public final class ScheduledMethodsTracking implements SchedulingConfigurer, BeanFactoryAware, Ordered {

	/** What the name of the pool's bean is followed by. */
	static final String SUFFIX = ":scheduled";

	/** What the thread of Spring's own is called, which has no bean's name. */
	static final String SPRINGS_OWN = "spring" + SUFFIX;

	/** Where Spring's router keeps how it chooses. */
	static final String CHOICE_FIELD = "defaultScheduler";

	/** Where it keeps the thread that it has made; empty where a bean was chosen. */
	static final String OWN_FIELD = "localExecutor";

	private static final Log LOG = LogFactory.getLog(ScheduledMethodsTracking.class);

	private final Supplier<TaskLedger> ledger;

	private final ExcludedBeans excluded;

	private @Nullable BeanFactory beanFactory;

	/**
	 * Looks at what Spring chooses.
	 * @param ledger where tasks are noted
	 * @param excluded asked for name patterns of beans to leave alone
	 */
	public ScheduledMethodsTracking(Supplier<TaskLedger> ledger, Supplier<List<String>> excluded) {
		this.ledger = ledger;
		this.excluded = new ExcludedBeans(excluded);
	}

	@Override
	public void setBeanFactory(BeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	@Override
	public int getOrder() {
		return LOWEST_PRECEDENCE;
	}

	/** Spring registers its router before it asks the configurers. */
	@Override
	public void configureTasks(ScheduledTaskRegistrar registrar) {
		BeanFactory beans = this.beanFactory;
		TaskScheduler springs = registrar.getScheduler();
		if (beans == null || springs == null || springs.getClass() != TaskSchedulerRouter.class) {
			return;
		}
		if (field(springs, CHOICE_FIELD) instanceof Supplier<?> choice) {
			Router router = new Router((TaskSchedulerRouter) springs, choice);
			router.setBeanFactory(beans);
			router.setBeanName(TaskManagementConfigUtils.SCHEDULED_ANNOTATION_PROCESSOR_BEAN_NAME);
			registrar.setTaskScheduler(router);
		}
	}

	/** What a field of Spring's router holds; {@code null} if there is no such field. */
	private static @Nullable Object field(TaskScheduler router, String name) {
		Field field = ReflectionUtils.findField(TaskSchedulerRouter.class, name);
		if (field == null) {
			return null;
		}
		ReflectionUtils.makeAccessible(field);
		return ReflectionUtils.getField(field, router);
	}

	/** A fault of the tracking leaves the scheduler as Spring made it. */
	private void track(ConcurrentTaskScheduler scheduler, @Nullable Object springsOwn) {
		try {
			ExecutorBehind behind = new ExecutorBehind(scheduler);
			ScheduledExecutorService executor = behind.get();
			if (executor instanceof ForkJoinPool pool) {
				trackPool(pool, executor, behind);
			}
			else if (executor != null && executor == springsOwn) {
				behind.replace(tracked(executor, SPRINGS_OWN));
				LOG.info("Timerscope: Spring found no scheduler bean to choose, so @Scheduled methods that name none "
						+ "share one thread of its own. They are tracked as '" + SPRINGS_OWN + "'");
			}
		}
		catch (RuntimeException | LinkageError ex) {
			LOG.warn("Timerscope: @Scheduled methods that name no scheduler are not tracked. " + ex);
		}
	}

	private void trackPool(ForkJoinPool pool, ScheduledExecutorService timed, ExecutorBehind behind) {
		String name = nameOf(pool);
		if (this.excluded.reason(name) == null) {
			behind.replace(tracked(timed, name + SUFFIX));
			LOG.warn("Timerscope: @Scheduled methods that name no scheduler run on the ForkJoinPool bean '" + name
					+ "', since it is a scheduler from JDK 25 on and Spring Boot makes none beside it. They are tracked as '"
					+ name + SUFFIX + "'. Declare a TaskScheduler bean to give them threads of their own");
		}
	}

	private TrackedTriggerExecutor tracked(ScheduledExecutorService executor, String name) {
		TaskTracker tracker = this.ledger.get()
			.schedulers()
			.track(name, executor.getClass().getName(), SchedulerTraits.EXECUTOR.withFace(new TaskFaces()),
					PoolView.of(executor));
		return new TrackedTriggerExecutor(executor, tracker);
	}

	private String nameOf(ForkJoinPool pool) {
		if (this.beanFactory instanceof ConfigurableListableBeanFactory beans) {
			for (String name : beans.getBeanNamesForType(ForkJoinPool.class, true, false)) {
				if (beans.getSingleton(name) == pool) {
					return name;
				}
			}
		}
		return "forkJoinPool";
	}

	/**
	 * Asks Spring's router for the scheduler of methods that name none, and looks itself
	 * for those that methods name.
	 */
	private final class Router extends TaskSchedulerRouter {

		private final TaskSchedulerRouter springs;

		private final Supplier<?> choice;

		Router(TaskSchedulerRouter springs, Supplier<?> choice) {
			this.springs = springs;
			this.choice = choice;
		}

		@Override
		protected TaskScheduler determineDefaultScheduler() {
			TaskScheduler chosen = (TaskScheduler) this.choice.get();
			if (chosen instanceof ConcurrentTaskScheduler scheduler) {
				track(scheduler, field(this.springs, OWN_FIELD));
			}
			return chosen;
		}

	}

}
