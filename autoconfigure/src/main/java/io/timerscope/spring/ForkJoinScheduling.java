package io.timerscope.spring;

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
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.Ordered;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.concurrent.ConcurrentTaskScheduler;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.scheduling.config.TaskManagementConfigUtils;
import org.springframework.scheduling.config.TaskSchedulerRouter;

/**
 * Tracks {@code @Scheduled} methods where Spring runs them on a {@link ForkJoinPool}
 * bean, which is a scheduler from JDK 25 on. Spring chooses as it always does; only where
 * it has chosen such a pool, the tasks are noted on their way to it. The pool itself is
 * left alone. Comes after all other configurers, so that their scheduler counts.
 *
 * @since 0.1.0
 */
public final class ForkJoinScheduling implements SchedulingConfigurer, BeanFactoryAware, DisposableBean, Ordered {

	/** What the name of the pool's bean is followed by. */
	static final String SUFFIX = ":scheduled";

	private static final Log LOG = LogFactory.getLog(ForkJoinScheduling.class);

	private final Supplier<TaskLedger> ledger;

	private final ExcludedBeans excluded;

	private @Nullable BeanFactory beanFactory;

	private @Nullable Router router;

	/**
	 * Looks at what Spring chooses.
	 * @param ledger where tasks are noted
	 * @param excluded asked for name patterns of beans to leave alone
	 */
	public ForkJoinScheduling(Supplier<TaskLedger> ledger, Supplier<List<String>> excluded) {
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

	@Override
	public void configureTasks(ScheduledTaskRegistrar registrar) {
		BeanFactory beans = this.beanFactory;
		if (beans == null || !isSpringsChoice(registrar.getScheduler())
				|| !ScheduledExecutorService.class.isAssignableFrom(ForkJoinPool.class)) {
			return;
		}
		Router router = new Router();
		router.setBeanFactory(beans);
		router.setBeanName(TaskManagementConfigUtils.SCHEDULED_ANNOTATION_PROCESSOR_BEAN_NAME);
		registrar.setTaskScheduler(router);
		this.router = router;
	}

	/** Spring registers its router before it asks the configurers. */
	private static boolean isSpringsChoice(@Nullable TaskScheduler scheduler) {
		return scheduler == null || scheduler.getClass() == TaskSchedulerRouter.class;
	}

	@Override
	public void destroy() {
		if (this.router != null) {
			this.router.destroy();
		}
	}

	/** A fault of the tracking leaves the scheduler as Spring made it. */
	private void track(ConcurrentTaskScheduler scheduler) {
		try {
			ExecutorBehind behind = new ExecutorBehind(scheduler);
			Object executor = behind.get();
			if (executor instanceof ForkJoinPool pool && executor instanceof ScheduledExecutorService timed) {
				String name = nameOf(pool);
				if (this.excluded.reason(name) == null) {
					behind.replace(tracked(this.ledger.get(), pool, timed, name + SUFFIX));
					LOG.warn("Timerscope: @Scheduled methods that name no scheduler run on the ForkJoinPool bean '"
							+ name
							+ "', since it is a scheduler from JDK 25 on and Spring Boot makes none beside it. They are tracked as '"
							+ name + SUFFIX + "'. Declare a TaskScheduler bean to give them threads of their own");
				}
			}
		}
		catch (RuntimeException | LinkageError ex) {
			LOG.warn("Timerscope: what runs on a ForkJoinPool is not seen. " + ex);
		}
	}

	private static TrackedTriggerExecutor tracked(TaskLedger ledger, ForkJoinPool pool, ScheduledExecutorService timed,
			String name) {
		SchedulerTraits traits = SchedulerTraits.EXECUTOR.withFace(new TaskFaces());
		TaskTracker tracker = ledger.schedulers().track(name, pool.getClass().getName(), traits, PoolView.of(pool));
		return new TrackedTriggerExecutor(timed, tracker);
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

	/** Spring's own, which also knows the scheduler that a method names. */
	private final class Router extends TaskSchedulerRouter {

		@Override
		protected TaskScheduler determineDefaultScheduler() {
			TaskScheduler chosen = super.determineDefaultScheduler();
			if (chosen instanceof ConcurrentTaskScheduler scheduler) {
				track(scheduler);
			}
			return chosen;
		}

	}

}
