package io.timerscope.autoconfigure;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A future that outlives its application, as in a static field of a class that the server
 * loaded, keeps what it kept without Timerscope, and not the application.
 */
class KeptFutureTests {

	private final List<Future<?>> kept = new ArrayList<>();

	@ParameterizedTest
	@EnumSource
	void theFuturesOfAClosedApplicationDoNotKeepIt(End end) {
		WeakReference<Object> application = run(end);
		await().atMost(Duration.ofSeconds(20)).until(() -> {
			System.gc();
			return application.refersTo(null);
		});
		assertThat(this.kept).hasSize(4);
	}

	private WeakReference<Object> run(End end) {
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
			context.register(Application.class, TimerscopeAutoConfiguration.class,
					TimerscopeFindingsAutoConfiguration.class);
			context.refresh();
			ScheduledThreadPoolExecutor pool = context.getBean(ScheduledThreadPoolExecutor.class);
			int delay = (end == End.RUN) ? 0 : 1;
			this.kept.add(pool.schedule(KeptFutureTests::nothing, delay, TimeUnit.HOURS));
			this.kept.add(pool.schedule(() -> "value", delay, TimeUnit.HOURS));
			this.kept.add(pool.scheduleAtFixedRate(KeptFutureTests::nothing, delay, 1, TimeUnit.HOURS));
			this.kept.add(pool.scheduleWithFixedDelay(KeptFutureTests::nothing, delay, 1, TimeUnit.HOURS));
			if (end == End.CANCELLED) {
				this.kept.forEach((future) -> future.cancel(false));
			}
			else if (end == End.RUN) {
				await().until(() -> pool.getCompletedTaskCount() == this.kept.size());
			}
			return new WeakReference<>(context);
		}
	}

	private static void nothing() {
	}

	enum End {

		CANCELLED, RUN, DROPPED

	}

	static class Cache {

	}

	@Configuration(proxyBeanMethods = false)
	static class Application {

		@Bean(destroyMethod = "shutdownNow")
		ScheduledThreadPoolExecutor pool() {
			return new ScheduledThreadPoolExecutor(1);
		}

		@Bean
		Cache cache() {
			return new Cache();
		}

	}

}
