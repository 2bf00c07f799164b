package io.timerscope.spring;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import com.acme.locks.NightlyJob;
import com.acme.locks.Reminders;
import com.acme.schedulers.GreetingScheduler;
import io.timerscope.OwnerKind;
import io.timerscope.TaskQuery;
import io.timerscope.TaskSnapshot;
import io.timerscope.TaskState;
import io.timerscope.autoconfigure.TimerscopeAutoConfiguration;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.aop.framework.AbstractAdvisingBeanPostProcessor;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.aop.framework.autoproxy.BeanNameAutoProxyCreator;
import org.springframework.aop.framework.autoproxy.DefaultAdvisorAutoProxyCreator;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.NameMatchMethodPointcut;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.Trigger;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ConcurrentTaskScheduler;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.scheduling.support.PeriodicTrigger;
import org.springframework.scheduling.support.ScheduledMethodRunnable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Advice of others around a scheduler is given the user's own task, wherever it stands,
 * and the ledger still knows the line and the owner of that task.
 */
class AdviceOfOthersTests {

	@ParameterizedTest
	@MethodSource("everyWayAndEveryScheduler")
	void theUsersTaskIsSeen(Way way, Kind kind) {
		try (AnnotationConfigApplicationContext context = start(way, kind)) {
			Seen seen = context.getBean(Seen.class);
			Object scheduler = context.getBean("scheduler");
			Reminders reminders = context.getBean(Reminders.class);
			List<Object> tasks = new ArrayList<>();
			List<String> lines = new ArrayList<>();
			AtomicInteger runs = new AtomicInteger();
			Runnable task = runs::incrementAndGet;
			tasks.add(task);
			if (scheduler instanceof TaskScheduler spring) {
				reminders.once(spring, task);
				lines.add("once");
				Runnable again = () -> runs.addAndGet(0);
				tasks.add(again);
				reminders.atFixedRate(spring, again).cancel(false);
				lines.add("atFixedRate");
				Runnable triggered = () -> runs.addAndGet(0);
				Trigger trigger = new PeriodicTrigger(Duration.ofHours(1));
				tasks.add(triggered);
				tasks.add(trigger);
				reminders.onTrigger(spring, triggered, trigger).cancel(false);
				lines.add("onTrigger");
			}
			else {
				reminders.later((ScheduledExecutorService) scheduler, task);
				lines.add("later");
			}
			if (scheduler instanceof AsyncTaskExecutor executor) {
				Callable<Integer> call = runs::incrementAndGet;
				Runnable now = runs::incrementAndGet;
				tasks.add(call);
				tasks.add(now);
				reminders.atOnce(executor, call);
				reminders.fireAndForget(executor, now);
				lines.add("atOnce");
				lines.add("fireAndForget");
			}
			assertThat(seen.arguments).usingElementComparator((a, b) -> (a == b) ? 0 : 1).containsAll(tasks);
			int expected = (scheduler instanceof AsyncTaskExecutor) ? 3 : 1;
			await().untilAsserted(() -> assertThat(runs).hasValue(expected));
			await().untilAsserted(() -> assertThat(tasks(context)).extracting(TaskSnapshot::name)
				.containsExactlyInAnyOrderElementsOf(lines.stream().map((line) -> "Reminders." + line).toList()));
			assertThat(tasks(context)).allSatisfy((it) -> {
				assertThat(it.owner().kind()).isEqualTo(OwnerKind.BEAN);
				assertThat(it.owner().name()).isEqualTo("reminders");
			});
			assertThat(WrappedContext.ledger(context).trackingErrors()).isZero();
		}
	}

	@ParameterizedTest
	@EnumSource(Way.class)
	void whatReplacesTheTaskRunsAndTheLineAndOwnerAreTheUsers(Way way) throws Exception {
		try (AnnotationConfigApplicationContext context = start(way, Kind.POOL)) {
			Seen seen = context.getBean(Seen.class);
			seen.replacing = true;
			TaskScheduler scheduler = context.getBean("scheduler", TaskScheduler.class);
			AtomicInteger runs = new AtomicInteger();
			context.getBean(Reminders.class).once(scheduler, runs::incrementAndGet).get(10, TimeUnit.SECONDS);
			assertThat(runs).hasValue(1);
			assertThat(seen.locked).hasPositiveValue();
			await().untilAsserted(() -> assertThat(tasks(context)).singleElement().satisfies((it) -> {
				assertThat(it.name()).isEqualTo("Reminders.once");
				assertThat(it.owner().name()).isEqualTo("reminders");
				assertThat(it.state()).isEqualTo(TaskState.COMPLETED);
				assertThat(it.runs()).isEqualTo(1);
			}));
			Future<?> cancelled = context.getBean(Reminders.class)
				.onTrigger(scheduler, runs::incrementAndGet, new PeriodicTrigger(Duration.ofMillis(5)));
			await().untilAsserted(() -> assertThat(seen.locked).hasValueGreaterThan(3));
			assertThat(cancelled.cancel(false)).isTrue();
			await().untilAsserted(() -> assertThat(WrappedContext.totals(context)).satisfies((totals) -> {
				assertThat(totals.cancelled()).isEqualTo(1);
				assertThat(totals.live()).isZero();
			}));
			assertThat(WrappedContext.ledger(context).trackingErrors()).isZero();
		}
	}

	@Test
	void theTasksOfABatchAreTheUsersToo() throws Exception {
		try (AnnotationConfigApplicationContext context = start(Way.BY_NAME, Kind.EXECUTOR)) {
			Seen seen = context.getBean(Seen.class);
			ScheduledExecutorService executor = context.getBean("scheduler", ScheduledExecutorService.class);
			List<Callable<Integer>> tasks = List.of(() -> 1, () -> 2);
			assertThat(context.getBean(Reminders.class).all(executor, tasks)).extracting(Future::get)
				.containsExactly(1, 2);
			assertThat(seen.arguments).usingElementComparator((a, b) -> (a == b) ? 0 : 1).contains(tasks);
			assertThat(WrappedContext.totals(context).completed()).isEqualTo(2);
		}
	}

	@ParameterizedTest
	@EnumSource(Way.class)
	void theTaskOfAnAnnotatedMethodIsSpringsOwn(Way way) {
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
			register(context, way, Kind.POOL);
			context.register(Scheduling.class);
			context.refresh();
			NightlyJob job = context.getBean(NightlyJob.class);
			await().untilAsserted(() -> assertThat(job.runs()).isPositive());
			assertThat(context.getBean(Seen.class).arguments)
				.anySatisfy((it) -> assertThat(it instanceof ScheduledMethodRunnable
						|| it.getClass().getSimpleName().equals("OutcomeTrackingRunnable"))
					.isTrue());
			assertThat(tasks(context)).singleElement().satisfies((it) -> {
				assertThat(it.name()).isEqualTo("NightlyJob.run");
				assertThat(it.owner().name()).isEqualTo("job");
			});
		}
	}

	@Test
	void aSchedulerThatRunsAsynchronouslyRunsTheTaskOnce() {
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
			context.register(Asynchronous.class, Application.class, TimerscopeAutoConfiguration.class);
			context.refresh();
			AtomicInteger runs = new AtomicInteger();
			context.getBean(Reminders.class)
				.fireAndForget(context.getBean("scheduler", AsyncTaskExecutor.class), runs::incrementAndGet);
			await().untilAsserted(() -> assertThat(WrappedContext.totals(context).completed()).isEqualTo(1));
			assertThat(runs).hasValue(1);
			assertThat(tasks(context)).singleElement().satisfies((it) -> {
				assertThat(it.name()).isEqualTo("Reminders.fireAndForget");
				assertThat(it.owner().name()).isEqualTo("reminders");
			});
		}
	}

	private static Stream<Arguments> everyWayAndEveryScheduler() {
		return Stream.of(Way.values())
			.flatMap((way) -> Stream.of(Kind.values()).map((kind) -> Arguments.of(way, kind)));
	}

	private static List<TaskSnapshot> tasks(AnnotationConfigApplicationContext context) {
		List<TaskSnapshot> tasks = new ArrayList<>();
		for (TaskQuery.States states : List.of(TaskQuery.States.LIVE, TaskQuery.States.ENDED)) {
			TaskQuery query = new TaskQuery(states, null, null, null, null, 100, 0);
			tasks.addAll(WrappedContext.ledger(context).read().snapshot(query).page().tasks());
		}
		return tasks;
	}

	private static AnnotationConfigApplicationContext start(Way way, Kind kind) {
		AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
		register(context, way, kind);
		context.refresh();
		return context;
	}

	private static void register(AnnotationConfigApplicationContext context, Way way, Kind kind) {
		context.getBeanFactory().registerSingleton("kind", kind);
		context.register(Application.class, way.configuration, TimerscopeAutoConfiguration.class);
	}

	/** How others put their advice around a scheduler. */
	enum Way {

		BY_NAME(ByName.class), BY_ADVISOR_FIRST(ByAdvisorFirst.class), BY_ADVISOR_LAST(ByAdvisorLast.class),
		ADVISING(Advising.class), WITHOUT_ORDER(WithoutOrder.class), TWICE(Twice.class), BY_HAND(ByHand.class),
		AFTER_ALL(AfterAll.class);

		private final Class<?> configuration;

		Way(Class<?> configuration) {
			this.configuration = configuration;
		}

	}

	/** What they put it around. */
	enum Kind {

		POOL, SUBCLASS, ASYNC, CONCURRENT, EXECUTOR, SINGLE

	}

	/** What the advice of others saw. */
	static final class Seen implements MethodInterceptor {

		private final Queue<Object> arguments = new ConcurrentLinkedQueue<>();

		private final AtomicInteger locked = new AtomicInteger();

		private volatile boolean replacing;

		@Override
		public Object invoke(MethodInvocation invocation) throws Throwable {
			for (Object argument : invocation.getArguments()) {
				this.arguments.add(argument);
			}
			if (this.replacing && invocation.getArguments().length > 0
					&& invocation.getArguments()[0] instanceof Runnable task) {
				Object[] arguments = invocation.getArguments().clone();
				arguments[0] = (Runnable) () -> {
					this.locked.incrementAndGet();
					task.run();
				};
				((ProxyMethodInvocation) invocation).setArguments(arguments);
			}
			return invocation.proceed();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Application {

		@Bean
		static Seen advice() {
			return new Seen();
		}

		@Bean
		Reminders reminders() {
			return new Reminders();
		}

		@Bean(destroyMethod = "")
		Object other() {
			return new Object();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Beans {

		@Bean
		Object scheduler(Kind kind) {
			return schedulerOf(kind);
		}

	}

	@SuppressWarnings("SchedulerNeverShutDown") // the context ends them, or the test does
	private static Object schedulerOf(Kind kind) {
		return switch (kind) {
			case POOL -> new ThreadPoolTaskScheduler();
			case SUBCLASS -> new GreetingScheduler("hello");
			case ASYNC -> new SimpleAsyncTaskScheduler();
			case CONCURRENT -> new ConcurrentTaskScheduler(new ScheduledThreadPoolExecutor(1));
			case EXECUTOR -> new ScheduledThreadPoolExecutor(1);
			case SINGLE -> Executors.newSingleThreadScheduledExecutor();
		};
	}

	@Configuration(proxyBeanMethods = false)
	static class Scheduling {

		@Bean
		NightlyJob job() {
			return new NightlyJob();
		}

		@Configuration(proxyBeanMethods = false)
		@EnableScheduling
		static class On {

		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ByName extends Beans {

		@Bean
		static BeanNameAutoProxyCreator proxies() {
			BeanNameAutoProxyCreator creator = new BeanNameAutoProxyCreator();
			creator.setBeanNames("scheduler");
			creator.setInterceptorNames("advice");
			return creator;
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAsync(proxyTargetClass = true)
	static class Asynchronous {

		@Bean
		AsyncScheduler scheduler() {
			return new AsyncScheduler();
		}

		@Bean
		ThreadPoolTaskExecutor taskExecutor() {
			return new ThreadPoolTaskExecutor();
		}

	}

	@SuppressWarnings("serial")
	static class AsyncScheduler extends ThreadPoolTaskScheduler {

		@Async("taskExecutor")
		@Override
		public void execute(Runnable task) {
			super.execute(task);
		}

	}

	/** Of every order. */
	static class ByAdvisor extends Beans {

		@Bean
		static DefaultPointcutAdvisor advisor(Seen advice) {
			NameMatchMethodPointcut pointcut = new NameMatchMethodPointcut();
			pointcut.setMappedNames("schedule*", "execute", "submit*", "invokeAll");
			pointcut.setClassFilter((type) -> TaskScheduler.class.isAssignableFrom(type)
					|| ScheduledExecutorService.class.isAssignableFrom(type));
			return new DefaultPointcutAdvisor(pointcut, advice);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ByAdvisorFirst extends ByAdvisor {

		@Bean
		static DefaultAdvisorAutoProxyCreator proxies() {
			DefaultAdvisorAutoProxyCreator creator = new DefaultAdvisorAutoProxyCreator();
			creator.setOrder(Ordered.HIGHEST_PRECEDENCE);
			return creator;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ByAdvisorLast extends ByAdvisor {

		@Bean
		static DefaultAdvisorAutoProxyCreator zzzProxies() {
			return new DefaultAdvisorAutoProxyCreator();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Advising extends Beans {

		@Bean
		static AbstractAdvisingBeanPostProcessor zzzAdvising(Seen advice) {
			return new AdvisingPostProcessor(advice);
		}

	}

	@SuppressWarnings("serial")
	static class AdvisingPostProcessor extends AbstractAdvisingBeanPostProcessor {

		AdvisingPostProcessor(Seen advice) {
			this.advisor = new DefaultPointcutAdvisor(advice);
		}

		@Override
		protected boolean isEligible(Class<?> targetClass) {
			return SchedulerProxies.isScheduler(targetClass);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class WithoutOrder extends Beans {

		@Bean
		static BeanPostProcessor zzzUnordered(Seen advice) {
			return new BeanPostProcessor() {

				@Override
				public Object postProcessAfterInitialization(Object bean, String beanName) {
					return around(bean, advice);
				}

			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Twice extends WithoutOrder {

		@Bean
		static BeanNameAutoProxyCreator proxies() {
			BeanNameAutoProxyCreator creator = new BeanNameAutoProxyCreator();
			creator.setBeanNames("scheduler");
			creator.setInterceptorNames("advice");
			return creator;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ByHand {

		@Bean
		Object scheduler(Kind kind, Seen advice) {
			Object target = schedulerOf(kind);
			if (target instanceof ThreadPoolTaskScheduler scheduler) {
				scheduler.initialize();
			}
			return around(target, advice);
		}

	}

	/** Added when all others are there. */
	@Configuration(proxyBeanMethods = false)
	static class AfterAll extends Beans {

		@Bean
		static BeanPostProcessor aaaFirst(ConfigurableBeanFactory factory, Seen advice) {
			return new BeanPostProcessor() {

				private boolean added;

				@Override
				public Object postProcessAfterInitialization(Object bean, String beanName) {
					if (!this.added && beanName.equals("other")) {
						this.added = true;
						factory.addBeanPostProcessor(new BeanPostProcessor() {

							@Override
							public Object postProcessAfterInitialization(Object bean, String beanName) {
								return around(bean, advice);
							}

						});
					}
					return bean;
				}

			};
		}

	}

	private static Object around(Object bean, Seen advice) {
		if (!SchedulerProxies.isScheduler(bean)) {
			return bean;
		}
		ProxyFactory factory = new ProxyFactory(bean);
		factory.setProxyTargetClass(bean instanceof TaskScheduler);
		factory.addAdvice(advice);
		return factory.getProxy();
	}

}
