package io.timerscope.spring;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.acme.locks.Reminders;
import io.micrometer.context.ContextScheduledExecutorService;
import io.micrometer.context.ContextSnapshotFactory;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.ExecutorServiceMetrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.context.Context;
import io.timerscope.TaskQuery;
import io.timerscope.autoconfigure.TimerscopeAutoConfiguration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Executors in which a library wraps tasks, around a tracked one and as a bean
 * themselves.
 */
class WrappersOfOthersTests {

	@ParameterizedTest
	@ValueSource(classes = { TimedBean.class, TimedByHand.class, PropagatingBean.class, PropagatingByHand.class,
			TracingBean.class, TracingByHand.class })
	void aTaskIsTrackedOnceWithTheLineAndTheOwnerOfTheUser(Class<?> configuration) throws Exception {
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
			context.register(configuration, Common.class, TimerscopeAutoConfiguration.class);
			context.refresh();
			Executor executor = context.getBean(Executor.class);
			AtomicInteger runs = new AtomicInteger();
			context.getBean(Reminders.class).later(executor.service(), runs::incrementAndGet).get(10, TimeUnit.SECONDS);
			assertThat(runs).hasValue(1);
			TaskQuery ended = new TaskQuery(TaskQuery.States.ENDED, null, null, null, null, 100, 0);
			assertThat(WrappedContext.ledger(context).read().snapshot(ended).page().tasks()).singleElement()
				.satisfies((task) -> {
					assertThat(task.name()).isEqualTo("Reminders.later");
					assertThat(task.owner().name()).isEqualTo("reminders");
				});
			assertThat(WrappedContext.totals(context).scheduled()).isEqualTo(1);
			assertThat(WrappedContext.ledger(context).trackingErrors()).isZero();
		}
	}

	private static ScheduledExecutorService propagating(ScheduledExecutorService executor) {
		return ContextScheduledExecutorService.wrap(executor,
				() -> ContextSnapshotFactory.builder().build().captureAll());
	}

	/** What the application schedules on. */
	record Executor(ScheduledExecutorService service) {
	}

	@Configuration(proxyBeanMethods = false)
	static class Common {

		@Bean
		Reminders reminders() {
			return new Reminders();
		}

		@Bean
		MeterRegistry registry() {
			return new SimpleMeterRegistry();
		}

		@Bean
		ScheduledExecutorService pool() {
			return new ScheduledThreadPoolExecutor(1);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class TimedBean {

		@Bean
		ScheduledExecutorService timed(ScheduledExecutorService pool, MeterRegistry registry) {
			return ExecutorServiceMetrics.monitor(registry, pool, "pool");
		}

		@Bean
		Executor executor(ScheduledExecutorService timed) {
			return new Executor(timed);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class TimedByHand {

		@Bean
		Executor executor(ScheduledExecutorService pool, MeterRegistry registry) {
			return new Executor(ExecutorServiceMetrics.monitor(registry, pool, "pool"));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class PropagatingBean {

		@Bean
		ScheduledExecutorService wrapped(ScheduledExecutorService pool) {
			return propagating(pool);
		}

		@Bean
		Executor executor(ScheduledExecutorService wrapped) {
			return new Executor(wrapped);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class PropagatingByHand {

		@Bean
		Executor executor(ScheduledExecutorService pool) {
			return new Executor(propagating(pool));
		}

	}

	/** OpenTelemetry hands its context over. */
	@Configuration(proxyBeanMethods = false)
	static class TracingBean {

		@Bean
		ScheduledExecutorService traced(ScheduledExecutorService pool) {
			return Context.taskWrapping(pool);
		}

		@Bean
		Executor executor(ScheduledExecutorService traced) {
			return new Executor(traced);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class TracingByHand {

		@Bean
		Executor executor(ScheduledExecutorService pool) {
			return new Executor(Context.taskWrapping(pool));
		}

	}

}
