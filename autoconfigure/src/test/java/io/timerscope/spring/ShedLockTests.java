package io.timerscope.spring;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

import com.acme.locks.NightlyJob;
import io.timerscope.TaskQuery;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.core.SimpleLock;
import net.javacrumbs.shedlock.spring.annotation.EnableSchedulerLock;
import net.javacrumbs.shedlock.spring.annotation.EnableSchedulerLock.InterceptMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** ShedLock locks behind Timerscope as it does without. */
class ShedLockTests {

	@ParameterizedTest
	@ValueSource(classes = { ProxyScheduler.class, ProxyMethod.class })
	void everyRunTakesItsLock(Class<?> mode) {
		try (ConfigurableApplicationContext context = start(mode)) {
			NightlyJob job = context.getBean(NightlyJob.class);
			await().untilAsserted(() -> assertThat(job.runs()).isGreaterThan(5));
			Locks locks = context.getBean(Locks.class);
			assertThat(locks.taken.get()).isGreaterThanOrEqualTo(job.runs());
			assertThat(WrappedContext.ledger(context).read().snapshot(TaskQuery.DEFAULT).page().tasks()).singleElement()
				.satisfies((task) -> {
					assertThat(task.name()).isEqualTo("NightlyJob.run");
					assertThat(task.owner().name()).isEqualTo("job");
					assertThat(task.site().toString()).contains("com.acme.locks.NightlyJob.run(NightlyJob.java");
				});
			assertThat(WrappedContext.ledger(context).trackingErrors()).isZero();
		}
	}

	@ParameterizedTest
	@ValueSource(classes = { ProxyScheduler.class, ProxyMethod.class })
	void theJobOfALockThatSomebodyElseHoldsDoesNotRun(Class<?> mode) {
		try (ConfigurableApplicationContext context = start(mode)) {
			NightlyJob job = context.getBean(NightlyJob.class);
			await().untilAsserted(() -> assertThat(job.runs()).isPositive());
			Locks locks = context.getBean(Locks.class);
			await().until(() -> locks.held.putIfAbsent("nightly", "the other instance") == null);
			int runs = job.runs();
			int refused = locks.refused.get();
			await().untilAsserted(() -> assertThat(locks.refused).hasValueGreaterThan(refused + 5));
			assertThat(job.runs()).isEqualTo(runs);
		}
	}

	private static ConfigurableApplicationContext start(Class<?> mode) {
		return new SpringApplicationBuilder(Application.class, mode).web(WebApplicationType.NONE).run();
	}

	/** Holds its locks in memory. */
	static final class Locks implements LockProvider {

		private final ConcurrentMap<String, String> held = new ConcurrentHashMap<>();

		private final AtomicInteger taken = new AtomicInteger();

		private final AtomicInteger refused = new AtomicInteger();

		@Override
		public Optional<SimpleLock> lock(LockConfiguration configuration) {
			if (this.held.putIfAbsent(configuration.getName(), "this instance") != null) {
				this.refused.incrementAndGet();
				return Optional.empty();
			}
			this.taken.incrementAndGet();
			return Optional.of(() -> this.held.remove(configuration.getName()));
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@EnableScheduling
	static class Application {

		@Bean
		Locks locks() {
			return new Locks();
		}

		@Bean
		NightlyJob job() {
			return new NightlyJob();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@SuppressWarnings("removal") // as long as it is there, people use it
	@EnableSchedulerLock(defaultLockAtMostFor = "1m", interceptMode = InterceptMode.PROXY_SCHEDULER)
	static class ProxyScheduler {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableSchedulerLock(defaultLockAtMostFor = "1m", interceptMode = InterceptMode.PROXY_METHOD)
	static class ProxyMethod {

	}

}
