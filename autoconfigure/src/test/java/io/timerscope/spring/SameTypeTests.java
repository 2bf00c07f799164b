package io.timerscope.spring;

import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.Supplier;
import java.util.stream.Stream;

import com.acme.schedulers.AsyncSubclass;
import com.acme.schedulers.FinalExecutor;
import com.acme.schedulers.FinalScheduler;
import com.acme.schedulers.GreetingScheduler;
import com.acme.schedulers.HalfFinalScheduler;
import com.acme.schedulers.OpenFieldScheduler;
import com.acme.schedulers.OwnPool;
import io.netty.channel.DefaultEventLoop;
import io.timerscope.spring.schedule.TrackedScheduler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mockito.Mockito;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.ConcurrentTaskScheduler;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

import static org.assertj.core.api.Assertions.assertThat;

/** A bean can be injected as whatever it could be injected as before. */
class SameTypeTests {

	@SuppressWarnings("SchedulerNeverShutDown") // without a thread
	static Stream<Kind> everyKind() {
		return Stream.of(new Kind(ThreadPoolTaskScheduler.class, ThreadPoolTaskScheduler::new),
				new Kind(GreetingScheduler.class, () -> new GreetingScheduler("hello")),
				new Kind(FinalScheduler.class, FinalScheduler::new),
				new Kind(HalfFinalScheduler.class, HalfFinalScheduler::new),
				new Kind(OpenFieldScheduler.class, OpenFieldScheduler::new),
				new Kind(SimpleAsyncTaskScheduler.class, SimpleAsyncTaskScheduler::new),
				new Kind(AsyncSubclass.class, AsyncSubclass::new),
				new Kind(ConcurrentTaskScheduler.class,
						() -> new ConcurrentTaskScheduler(Executors.newScheduledThreadPool(1))),
				new Kind(ScheduledThreadPoolExecutor.class, () -> new ScheduledThreadPoolExecutor(1)),
				new Kind(OwnPool.class, () -> new OwnPool(1)),
				new Kind(FinalExecutor.class, () -> new FinalExecutor(Executors.newScheduledThreadPool(1))),
				new Kind(ScheduledExecutorService.class, Executors::newSingleThreadScheduledExecutor),
				new Kind(DefaultEventLoop.class, DefaultEventLoop::new),
				new Kind(TaskScheduler.class, () -> Mockito.mock(TaskScheduler.class)));
	}

	@ParameterizedTest
	@MethodSource("everyKind")
	<T> void theBeanIsOfTheDeclaredClassAndItsInterfaces(Kind kind) {
		try (GenericApplicationContext context = kind.start(WrappedContext.create())) {
			Object bean = context.getBean("it");
			Object bare = SchedulerProxies.unwrap(bean);
			assertThat(bean).isInstanceOf(kind.type());
			for (Class<?> type : org.springframework.util.ClassUtils.getAllInterfaces(bare)) {
				assertThat(bean).isInstanceOf(type);
			}
			for (Class<?> asked : new Class<?>[] { kind.type(), Executor.class, ExecutorService.class,
					TaskScheduler.class, ScheduledExecutorService.class, ThreadPoolTaskScheduler.class,
					ScheduledThreadPoolExecutor.class }) {
				try (GenericApplicationContext without = kind.start(new AnnotationConfigApplicationContext())) {
					assertThat(context.getBeanNamesForType(asked)).as(asked.getName())
						.isEqualTo(without.getBeanNamesForType(asked));
				}
			}
		}
	}

	@Test
	void methodsOfASubclassReachTheRealObject() {
		try (GenericApplicationContext context = new Kind(GreetingScheduler.class, () -> new GreetingScheduler("hello"))
			.start(WrappedContext.create())) {
			GreetingScheduler bean = context.getBean(GreetingScheduler.class);
			assertThat(bean).isInstanceOf(TrackedScheduler.class);
			assertThat(bean.greeting()).isEqualTo("hello");
		}
	}

	@Test
	void finalMethodsAndPublicFieldsStillWork() {
		try (GenericApplicationContext context = new Kind(HalfFinalScheduler.class, HalfFinalScheduler::new)
			.start(WrappedContext.create())) {
			assertThat(context.getBean(HalfFinalScheduler.class).log()).isEqualTo("ready");
			assertThat(WrappedContext.schedulers(context).get("it").reason()).contains("final method", "log");
		}
		try (GenericApplicationContext context = new Kind(OpenFieldScheduler.class, OpenFieldScheduler::new)
			.start(WrappedContext.create())) {
			assertThat(context.getBean(OpenFieldScheduler.class).log).hasToString("ready");
			assertThat(WrappedContext.schedulers(context).get("it").reason()).contains("public field");
		}
	}

	@Test
	void whatCannotBeTrackedIsTheVeryObjectAndSaysWhy() {
		Map<Object, String> reasons = Map.of(new FinalScheduler(), "its class is final", new AsyncSubclass(),
				"final method", new ForkJoinPool(1), "ForkJoinPool", Mockito.mock(ThreadPoolTaskScheduler.class),
				"mock", Mockito.spy(new ThreadPoolTaskScheduler()), "mock", new DefaultEventLoop(), "Netty");
		reasons.forEach((scheduler, reason) -> {
			if (!SchedulerProxies.isScheduler(scheduler)) {
				return;
			}
			try (GenericApplicationContext context = new Kind(scheduler.getClass(), () -> scheduler)
				.start(WrappedContext.create())) {
				assertThat(context.getBean("it")).isSameAs(scheduler);
				assertThat(WrappedContext.schedulers(context).get("it").tracked()).isFalse();
				assertThat(WrappedContext.schedulers(context).get("it").reason()).contains(reason);
			}
		});
	}

	@Test
	void injectionByClassDoesNotDependOnTheOrder() {
		try (AnnotationConfigApplicationContext context = WrappedContext.start(BothOrders.class)) {
			assertThat(context.getBean("before", Client.class).scheduler).isNotNull();
			assertThat(context.getBean("after", Client.class).scheduler).isNotNull();
			assertThat(context.getBean("before", Client.class).provider.getIfAvailable()).isNotNull();
		}
	}

	@Test
	void aConfigurationCanCallItsOwnMethod() {
		try (AnnotationConfigApplicationContext context = WrappedContext.start(SelfCalling.class)) {
			assertThat(context.getBean(Holder.class).scheduler()).isSameAs(context.getBean("ts"))
				.isInstanceOf(TrackedScheduler.class);
			assertThat(context.getBean(Holder.class).executor()).isSameAs(context.getBean("ses"));
		}
	}

	record Kind(Class<?> type, Supplier<?> make) {

		@SuppressWarnings({ "unchecked", "rawtypes" })
		<C extends GenericApplicationContext> C start(C context) {
			context.registerBean("it", (Class) this.type, (Supplier) this.make);
			context.refresh();
			return context;
		}

		@Override
		public String toString() {
			return this.type.getSimpleName();
		}

	}

	static class Client {

		@Autowired(required = false)
		ThreadPoolTaskScheduler scheduler;

		@Autowired
		ObjectProvider<ThreadPoolTaskScheduler> provider;

	}

	record Holder(ThreadPoolTaskScheduler scheduler, ScheduledExecutorService executor) {
	}

	@Configuration(proxyBeanMethods = false)
	static class BothOrders {

		@Bean
		Client before() {
			return new Client();
		}

		@Bean
		ThreadPoolTaskScheduler ts() {
			return new ThreadPoolTaskScheduler();
		}

		@Bean
		@DependsOn("ts")
		Client after() {
			return new Client();
		}

	}

	@Configuration
	static class SelfCalling {

		@Bean
		ThreadPoolTaskScheduler ts() {
			return new ThreadPoolTaskScheduler();
		}

		@Bean
		ScheduledThreadPoolExecutor ses() {
			return new ScheduledThreadPoolExecutor(1);
		}

		@Bean
		Holder holder() {
			return new Holder(ts(), ses());
		}

	}

}
