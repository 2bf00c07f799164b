package io.timerscope.spring;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.ConcurrentTaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.scheduling.support.PeriodicTrigger;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.concurrent.DelegatingSecurityContextScheduledExecutorService;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.scheduling.DelegatingSecurityContextTaskScheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Spring Security's schedulers, whose executor has final methods. */
class SecuritySchedulersTests {

	@AfterEach
	void logOut() {
		SecurityContextHolder.clearContext();
	}

	@Test
	void eachRunOfACronTaskHasTheAuthenticationOfWhoScheduledIt() {
		try (AnnotationConfigApplicationContext context = WrappedContext.start(Secured.class)) {
			for (String name : new String[] { "overExecutor", "around" }) {
				List<String> users = new CopyOnWriteArrayList<>();
				SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("ann", "secret"));
				context.getBean(name, TaskScheduler.class)
					.schedule(() -> users.add(user()), new PeriodicTrigger(java.time.Duration.ofMillis(1)));
				SecurityContextHolder.clearContext();
				await().until(() -> users.size() > 5);
				assertThat(users).as(name).containsOnly("ann");
			}
			assertThat(WrappedContext.totals(context).scheduled()).isEqualTo(2);
		}
	}

	@Test
	void theExecutorWithFinalMethodsWorksAndIsTracked() throws Exception {
		try (AnnotationConfigApplicationContext context = WrappedContext.start(Secured.class)) {
			ScheduledExecutorService executor = context.getBean("secured", ScheduledExecutorService.class);
			SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("bob", "secret"));
			assertThat(executor.schedule(SecuritySchedulersTests::user, 1, TimeUnit.MILLISECONDS).get())
				.isEqualTo("bob");
			assertThat(executor.submit(SecuritySchedulersTests::user).get()).isEqualTo("bob");
			await().until(() -> WrappedContext.totals(context).completed() == 2);
			assertThat(context.getBean("byClass", DelegatingSecurityContextScheduledExecutorService.class)
				.submit(SecuritySchedulersTests::user)
				.get()).isEqualTo("bob");
			assertThat(WrappedContext.schedulers(context).get("byClass").reason()).contains("final");
		}
	}

	@Test
	void aSchedulerAroundATrackedOneCountsOnce() {
		try (AnnotationConfigApplicationContext context = WrappedContext.start(Secured.class)) {
			context.getBean("around", TaskScheduler.class)
				.schedule(SecuritySchedulersTests::user, Instant.now().plusSeconds(100));
			assertThat(WrappedContext.totals(context).scheduled()).isEqualTo(1);
		}
	}

	private static String user() {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		return (authentication == null) ? "nobody" : authentication.getName();
	}

	@Configuration(proxyBeanMethods = false)
	static class Secured {

		@Bean
		ScheduledExecutorService secured() {
			return new DelegatingSecurityContextScheduledExecutorService(Executors.newScheduledThreadPool(1));
		}

		@Bean
		DelegatingSecurityContextScheduledExecutorService byClass() {
			return new DelegatingSecurityContextScheduledExecutorService(Executors.newScheduledThreadPool(1));
		}

		@Bean
		ConcurrentTaskScheduler overExecutor(ScheduledExecutorService secured) {
			return new ConcurrentTaskScheduler(secured);
		}

		@Bean
		ThreadPoolTaskScheduler inner() {
			return new ThreadPoolTaskScheduler();
		}

		@Bean
		DelegatingSecurityContextTaskScheduler around(ThreadPoolTaskScheduler inner) {
			return new DelegatingSecurityContextTaskScheduler(inner);
		}

	}

}
