package io.timerscope.spring;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.acme.schedulers.OwnPool;
import io.timerscope.Totals;
import io.timerscope.spring.schedule.TrackedScheduler;
import org.aopalliance.intercept.MethodInterceptor;
import org.junit.jupiter.api.Test;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.aop.framework.autoproxy.BeanNameAutoProxyCreator;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.Scope;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.ScopedProxyMode;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.ConcurrentTaskScheduler;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Beans in every shape that a container knows. */
class BeanShapesTests {

	private static final Instant LATER = Instant.now().plusSeconds(1000);

	@Test
	void aCircularReferenceMakesOneSchedulerThatIsTracked() {
		AnnotationConfigApplicationContext context = WrappedContext.create();
		context.register(Circular.class);
		context.setAllowCircularReferences(true);
		Circular.MADE.set(0);
		context.refresh();
		try (context) {
			assertThat(context.getBean(Component.class).scheduler).isSameAs(context.getBean("ts"))
				.isInstanceOf(TrackedScheduler.class);
			assertThat(Circular.MADE).hasValue(1);
			context.getBean(TaskScheduler.class).schedule(BeanShapesTests::nothing, LATER);
			assertThat(WrappedContext.totals(context).live()).isEqualTo(1);
		}
	}

	@Test
	void oneObjectUnderTwoNamesIsOneScheduler() {
		try (AnnotationConfigApplicationContext context = WrappedContext.start(TwoNames.class)) {
			assertThat(context.getBean("a")).isSameAs(context.getBean("b")).isSameAs(context.getBean("c"));
			context.getBean("b", ScheduledExecutorService.class).schedule(BeanShapesTests::nothing, 1, TimeUnit.HOURS);
			assertThat(WrappedContext.totals(context).scheduled()).isEqualTo(1);
			assertThat(WrappedContext.schedulers(context)).containsOnlyKeys("a", "b");
			assertThat(WrappedContext.schedulers(context).get("b").reason()).contains("'a'");
		}
	}

	@Test
	void aProxyUnderASecondNameIsEndedAtOnce() {
		AnnotationConfigApplicationContext context = WrappedContext.start(SecondNameOfAProxy.class);
		context.getBean("b", ScheduledExecutorService.class).schedule(BeanShapesTests::nothing, 1, TimeUnit.DAYS);
		long before = System.nanoTime();
		context.close();
		assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
	}

	@Test
	void aRawObjectUnderTwoNamesIsOneScheduler() {
		try (AnnotationConfigApplicationContext context = WrappedContext.start(OneRawObject.class)) {
			assertThat(context.getBean("a")).isSameAs(context.getBean("b"));
		}
	}

	@Test
	void aSchedulerOverATrackedExecutorCountsOnceUnderTheExecutorsName() {
		try (AnnotationConfigApplicationContext context = WrappedContext.start(Nested.class)) {
			TaskScheduler outer = context.getBean("outer", TaskScheduler.class);
			outer.schedule(BeanShapesTests::nothing, LATER);
			outer.scheduleAtFixedRate(BeanShapesTests::nothing, LATER, Duration.ofHours(1));
			assertThat(WrappedContext.totals(context).scheduled()).isEqualTo(2);
			assertThat(WrappedContext.schedulers(context).get("pool").totals().scheduled()).isEqualTo(2);
			assertThat(WrappedContext.schedulers(context).get("outer").reason()).contains("'pool'");
			assertThat(context.getBean("outer")).isExactlyInstanceOf(ConcurrentTaskScheduler.class);
		}
	}

	@Test
	void anExecutorAroundATrackedExecutorCountsOnce() {
		try (AnnotationConfigApplicationContext context = WrappedContext.start(Nested.class)) {
			context.getBean("unconfigurable", ScheduledExecutorService.class)
				.schedule(BeanShapesTests::nothing, 1, TimeUnit.HOURS);
			assertThat(WrappedContext.totals(context).scheduled()).isEqualTo(1);
		}
	}

	@Test
	void aPrivateExecutorBehindASchedulerIsTrackedUnderTheSchedulersName() throws Exception {
		try (AnnotationConfigApplicationContext context = WrappedContext.start(PrivateExecutor.class)) {
			ConcurrentTaskScheduler scheduler = context.getBean(ConcurrentTaskScheduler.class);
			assertThat(scheduler).isExactlyInstanceOf(ConcurrentTaskScheduler.class);
			assertThat(scheduler.getConcurrentExecutor()).isInstanceOf(ScheduledThreadPoolExecutor.class);
			scheduler.schedule(BeanShapesTests::nothing, LATER);
			scheduler.submit(BeanShapesTests::nothing).get(10, TimeUnit.SECONDS);
			assertThat(WrappedContext.schedulers(context)).hasEntrySatisfying("own", (it) -> {
				assertThat(it.tracked()).isTrue();
				assertThat(it.type()).isEqualTo(ConcurrentTaskScheduler.class.getName());
				assertThat(it.totals().scheduled()).isEqualTo(2);
			});
		}
	}

	@Test
	void anAspectAndTheTrackingApplyOnceEach() {
		Advised.CALLS.set(0);
		try (AnnotationConfigApplicationContext context = WrappedContext.start(Advised.class)) {
			for (String name : new String[] { "advisedTs", "advisedSats", "advisedSes" }) {
				assertThat(WrappedContext.schedulers(context).get(name).tracked()).as(name).isTrue();
			}
			ThreadPoolTaskScheduler scheduler = context.getBean(ThreadPoolTaskScheduler.class);
			AtomicInteger runs = new AtomicInteger();
			scheduler.schedule(runs::incrementAndGet, Instant.now());
			await().until(() -> WrappedContext.totals(context).completed() == 1);
			context.getBean("advisedSes", ScheduledExecutorService.class)
				.schedule(BeanShapesTests::nothing, 1, TimeUnit.HOURS);
			context.getBean(SimpleAsyncTaskScheduler.class)
				.schedule(BeanShapesTests::nothing, Instant.now().plusSeconds(3600));
			assertThat(Advised.CALLS).hasValue(3);
			assertThat(runs).hasValue(1);
			assertThat(WrappedContext.totals(context).scheduled()).isEqualTo(3);
			assertThat(WrappedContext.schedulers(context).get("advisedTs").type())
				.isEqualTo(ThreadPoolTaskScheduler.class.getName());
		}
	}

	@Test
	void aFrozenProxyIsLeftAlone() {
		try (AnnotationConfigApplicationContext context = WrappedContext.start(Frozen.class)) {
			context.getBean(TaskScheduler.class).schedule(BeanShapesTests::nothing, LATER);
			assertThat(WrappedContext.totals(context)).isEqualTo(Totals.ZERO);
			assertThat(WrappedContext.schedulers(context).get("frozen").reason()).contains("frozen");
		}
	}

	@Test
	void everyTargetOfAScopedProxyIsTracked() {
		RefreshScope scope = new RefreshScope();
		AnnotationConfigApplicationContext context = WrappedContext.create();
		context.getBeanFactory().registerScope("refresh", scope);
		context.register(Scoped.class);
		context.refresh();
		try (context) {
			ThreadPoolTaskScheduler proxy = context.getBean("ts", ThreadPoolTaskScheduler.class);
			assertThat(proxy).isNotInstanceOf(TrackedScheduler.class);
			assertThat(WrappedContext.schedulers(context)).containsOnlyKeys("ts");
			proxy.schedule(BeanShapesTests::nothing, LATER);
			ScheduledExecutorService first = proxy.getScheduledExecutor();
			scope.refresh();
			assertThat(first.isShutdown()).isTrue();
			proxy.schedule(BeanShapesTests::nothing, LATER);
			assertThat(WrappedContext.schedulers(context)).containsOnlyKeys("ts");
			assertThat(WrappedContext.schedulers(context).get("ts").tracked()).isTrue();
			assertThat(WrappedContext.totals(context).scheduled()).isEqualTo(2);
			assertThat(proxy.getScheduledExecutor()).isNotSameAs(first);
		}
	}

	@Test
	void eachPrototypeIsTrackedAndOneThatIsClosedTakesNoOtherWithIt() {
		try (AnnotationConfigApplicationContext context = WrappedContext.start(Prototype.class)) {
			ThreadPoolTaskScheduler one = context.getBean(ThreadPoolTaskScheduler.class);
			ThreadPoolTaskScheduler two = context.getBean(ThreadPoolTaskScheduler.class);
			assertThat(one).isNotSameAs(two).hasSameClassAs(two);
			one.schedule(BeanShapesTests::nothing, LATER);
			two.schedule(BeanShapesTests::nothing, LATER);
			two.shutdown();
			WrappedContext.ledger(context).tick();
			assertThat(WrappedContext.totals(context).live()).isEqualTo(1);
			assertThat(WrappedContext.totals(context).cancelled()).isEqualTo(1);
			one.shutdown();
		}
	}

	@Test
	void prototypesThatNobodyHoldsAreLetGo() {
		try (AnnotationConfigApplicationContext context = WrappedContext.start(Prototype.class)) {
			WeakReference<Object> reference = new WeakReference<>(context.getBean("executor"));
			await().until(() -> {
				System.gc();
				return reference.get() == null;
			});
		}
	}

	@Test
	void tenThousandPrototypesLeaveNothingBehind() {
		try (AnnotationConfigApplicationContext context = WrappedContext.start(Prototype.class)) {
			List<WeakReference<Object>> made = new ArrayList<>();
			for (int i = 0; i < 10_000; i++) {
				made.add(new WeakReference<>(context.getBean((i % 2 == 0) ? "ts" : "executor")));
			}
			await().atMost(Duration.ofSeconds(60)).until(() -> {
				System.gc();
				return made.stream().allMatch((one) -> one.refersTo(null));
			});
			SchedulerBeanPostProcessor postProcessor = context.getBean(SchedulerBeanPostProcessor.class);
			await().until(() -> { // the JVM tells of what it has collected by and by
				context.getBean("executor");
				return postProcessor.known() < 100;
			});
			assertThat(WrappedContext.schedulers(context)).containsOnlyKeys("ts", "executor");
		}
	}

	@Test
	void aLazySchedulerIsListedAndTrackedOnFirstUse() {
		LazyOne.MADE.set(0);
		try (AnnotationConfigApplicationContext context = WrappedContext.start(LazyOne.class)) {
			assertThat(WrappedContext.schedulers(context).get("ses").reason()).contains("not been created");
			assertThat(LazyOne.MADE).hasValue(0);
			context.getBean(ScheduledExecutorService.class).schedule(BeanShapesTests::nothing, 1, TimeUnit.HOURS);
			assertThat(WrappedContext.schedulers(context).get("ses").tracked()).isTrue();
			assertThat(WrappedContext.totals(context).live()).isEqualTo(1);
		}
	}

	@Test
	void aBeanThatIsNullDisturbsNobody() {
		try (AnnotationConfigApplicationContext context = WrappedContext.start(Nothing.class)) {
			assertThat(context.getBeanProvider(TaskScheduler.class).getIfAvailable()).isNull();
			assertThat(WrappedContext.schedulers(context)).isEmpty();
		}
	}

	@Test
	void aChildContextTracksItsOwnSchedulers() {
		try (AnnotationConfigApplicationContext parent = WrappedContext.start(PrivateExecutor.class)) {
			AnnotationConfigApplicationContext child = WrappedContext.create();
			child.setParent(parent);
			child.register(Prototype.class);
			child.refresh();
			try (child) {
				assertThat(child.getBean("ts", TaskScheduler.class)).isInstanceOf(TrackedScheduler.class);
				assertThat(child.getBean("own")).isSameAs(parent.getBean("own"));
			}
			parent.getBean("own", TaskScheduler.class).schedule(BeanShapesTests::nothing, LATER);
			assertThat(WrappedContext.totals(parent).live()).isEqualTo(1);
		}
	}

	private static void nothing() {
	}

	static class Component {

		@Autowired
		TaskScheduler scheduler;

	}

	@SuppressWarnings("serial")
	static class Injected extends ThreadPoolTaskScheduler {

		@Autowired
		transient Component component;

		Injected() {
			Circular.MADE.incrementAndGet();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Circular {

		static final AtomicInteger MADE = new AtomicInteger();

		@Bean
		Injected ts() {
			return new Injected();
		}

		@Bean
		Component component() {
			return new Component();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class TwoNames {

		@Bean({ "a", "c" })
		ScheduledExecutorService a() {
			return Executors.newSingleThreadScheduledExecutor();
		}

		@Bean
		ScheduledExecutorService b(@Qualifier("a") ScheduledExecutorService a) {
			return a;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class SecondNameOfAProxy {

		@Bean
		OwnPool a() {
			return new OwnPool(1);
		}

		@Bean
		ScheduledExecutorService b(@Qualifier("a") OwnPool a) {
			return a;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OneRawObject {

		private final ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(1);

		@Bean
		ScheduledExecutorService a() {
			return this.pool;
		}

		@Bean
		ScheduledExecutorService b() {
			return this.pool;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Nested {

		@Bean
		ScheduledExecutorService pool() {
			return Executors.newScheduledThreadPool(1);
		}

		@Bean
		ScheduledExecutorService unconfigurable(@Qualifier("pool") ScheduledExecutorService pool) {
			return Executors.unconfigurableScheduledExecutorService(pool);
		}

		@Bean
		ConcurrentTaskScheduler outer(@Qualifier("pool") ScheduledExecutorService pool) {
			return new ConcurrentTaskScheduler(pool);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class PrivateExecutor {

		private final ScheduledExecutorService pool = Executors.newScheduledThreadPool(1);

		@Bean
		ConcurrentTaskScheduler own() {
			return new ConcurrentTaskScheduler(this.pool);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Advised {

		static final AtomicInteger CALLS = new AtomicInteger();

		@Bean
		static BeanNameAutoProxyCreator proxies() {
			BeanNameAutoProxyCreator proxies = new BeanNameAutoProxyCreator();
			proxies.setBeanNames("advised*");
			proxies.setInterceptorNames("counting");
			proxies.setProxyTargetClass(true);
			return proxies;
		}

		@Bean
		static MethodInterceptor counting() {
			return (invocation) -> {
				if (invocation.getMethod().getName().equals("schedule")) {
					CALLS.incrementAndGet();
				}
				return invocation.proceed();
			};
		}

		@Bean
		ThreadPoolTaskScheduler advisedTs() {
			return new ThreadPoolTaskScheduler();
		}

		@Bean
		SimpleAsyncTaskScheduler advisedSats() {
			return new SimpleAsyncTaskScheduler();
		}

		@Bean
		OwnPool advisedSes() {
			return new OwnPool(1);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Frozen {

		@Bean
		TaskScheduler frozen() {
			ThreadPoolTaskScheduler target = new ThreadPoolTaskScheduler();
			target.setDaemon(true);
			target.initialize();
			ProxyFactory factory = new ProxyFactory(target);
			factory.setFrozen(true);
			return (TaskScheduler) factory.getProxy();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Scoped {

		@Bean
		@org.springframework.context.annotation.Scope(scopeName = "refresh", proxyMode = ScopedProxyMode.TARGET_CLASS)
		ThreadPoolTaskScheduler ts() {
			return new ThreadPoolTaskScheduler();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Prototype {

		@Bean
		@org.springframework.context.annotation.Scope("prototype")
		ThreadPoolTaskScheduler ts() {
			return new ThreadPoolTaskScheduler();
		}

		@Bean
		@org.springframework.context.annotation.Scope("prototype")
		ScheduledThreadPoolExecutor executor() {
			return new ScheduledThreadPoolExecutor(1);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class LazyOne {

		static final AtomicInteger MADE = new AtomicInteger();

		@Bean
		@Lazy
		ScheduledExecutorService ses() {
			MADE.incrementAndGet();
			return Executors.newScheduledThreadPool(1);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Nothing {

		@Bean
		TaskScheduler nothing() {
			return null;
		}

	}

	/** A scope whose beans can be made anew. */
	static final class RefreshScope implements Scope {

		private final Map<String, Object> beans = new ConcurrentHashMap<>();

		private final Map<String, Runnable> callbacks = new ConcurrentHashMap<>();

		@Override
		public Object get(String name, ObjectFactory<?> factory) {
			return this.beans.computeIfAbsent(name, (key) -> factory.getObject());
		}

		@Override
		public Object remove(String name) {
			return this.beans.remove(name);
		}

		@Override
		public void registerDestructionCallback(String name, Runnable callback) {
			this.callbacks.put(name, callback);
		}

		void refresh() {
			this.callbacks.values().forEach(Runnable::run);
			this.callbacks.clear();
			this.beans.clear();
		}

	}

}
