package io.timerscope.autoconfigure;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;

import com.acme.findings.Shop;
import io.timerscope.TickListener;
import io.timerscope.finding.Finding;
import io.timerscope.finding.FindingListener;
import io.timerscope.spring.TimerFindingEvent;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What the clock calls finds the application's classes, and so do threads made there. */
class ContextClassLoaderTests {

	@Test
	void whatIsNotOursSeesTheClassLoaderOfTheApplication() throws Exception {
		try (URLClassLoader application = new URLClassLoader(new URL[0], getClass().getClassLoader())) {
			new ApplicationContextRunner()
				.withConfiguration(AutoConfigurations.of(TimerscopeAutoConfiguration.class,
						TimerscopeFindingsAutoConfiguration.class))
				.withClassLoader(application)
				.withPropertyValues("timerscope.interval=20ms")
				.withUserConfiguration(Listeners.class)
				.run((context) -> {
					new Shop(context.getBean("pool", ScheduledThreadPoolExecutor.class)).fail();
					Map<String, Object> seen = context.getBean(Listeners.class).seen;
					await().until(() -> seen.size() == 4);
					assertThat(seen).allSatisfy((who, loader) -> assertThat(loader).as(who).isSameAs(application));
					await().until(() -> clock().getContextClassLoader() == null);
				});
		}
	}

	private static Thread clock() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().equals("timerscope-clock"))
			.findFirst()
			.orElseThrow();
	}

	@Configuration(proxyBeanMethods = false)
	static class Listeners implements FindingListener, TickListener {

		private final Map<String, Object> seen = new ConcurrentHashMap<>();

		private final ExecutorService made = Executors.newCachedThreadPool();

		@Bean
		ScheduledThreadPoolExecutor pool() {
			return new ScheduledThreadPoolExecutor(1);
		}

		@Bean(destroyMethod = "shutdownNow")
		ExecutorService made() {
			return this.made;
		}

		@Override
		public void raised(Finding finding) {
			see("finding listener");
		}

		@Override
		public void resolved(Finding finding) {
		}

		@Override
		public void tick() {
			see("tick listener");
		}

		@EventListener
		void on(TimerFindingEvent event) {
			see("event listener");
			this.made.execute(() -> see("thread that the event listener made"));
		}

		private void see(String who) {
			ClassLoader loader = Thread.currentThread().getContextClassLoader();
			this.seen.put(who, (loader != null) ? loader : "none");
		}

	}

}
