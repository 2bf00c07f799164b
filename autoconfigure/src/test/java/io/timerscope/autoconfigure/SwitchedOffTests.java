package io.timerscope.autoconfigure;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import io.timerscope.ledger.TaskLedger;
import io.timerscope.scope.TaskHandle;
import io.timerscope.scope.TaskScope;
import io.timerscope.scope.TaskScopes;
import io.timerscope.spring.schedule.TrackedScheduler;
import io.timerscope.websocket.SessionOwners;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.web.socket.handler.TextWebSocketHandler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

/** An application that injects what is ours starts and works with the switch off. */
class SwitchedOffTests {

	@Test
	void noBeanIsTouchedAndNothingIsNoted() {
		try (ConfigurableApplicationContext context = start("timerscope.enabled=false")) {
			assertThat(context.getBean(ThreadPoolTaskScheduler.class))
				.isExactlyInstanceOf(ThreadPoolTaskScheduler.class);
			assertThat(context.getBeansOfType(TaskLedger.class)).isEmpty();
			assertThat(context.getBeansOfType(TrackedScheduler.class)).isEmpty();
			assertThat(Thread.getAllStackTraces().keySet()).noneMatch((it) -> it.getName().equals("timerscope-clock"));
		}
	}

	@Test
	void scopesScheduleAndCancel() {
		try (ConfigurableApplicationContext context = start("timerscope.enabled=false")) {
			TaskScopes scopes = context.getBean(Injecting.class).scopes();
			Object session = new Object();
			AtomicInteger runs = new AtomicInteger();
			for (TaskScope scope : new TaskScope[] { scopes.open("import"), scopes.application(), scopes.request(),
					scopes.session(session), scopes.bean(context.getBean(Injecting.class)) }) {
				int before = runs.get();
				scope.every(Duration.ofMillis(5), runs::incrementAndGet);
				await().until(() -> runs.get() > before + 2);
				TaskHandle later = scope.after(Duration.ofHours(1), runs::incrementAndGet);
				later.cancel();
				scope.close();
				scope.close();
				assertThatIllegalStateException().isThrownBy(() -> scope.after(Duration.ZERO, runs::incrementAndGet));
			}
			ThreadPoolTaskScheduler scheduler = context.getBean(ThreadPoolTaskScheduler.class);
			await().until(() -> scheduler.getScheduledThreadPoolExecutor()
				.getQueue()
				.stream()
				.allMatch((it) -> it instanceof java.util.concurrent.Future<?> future && future.isCancelled()));
			TaskScope deadline = scopes.open("short", Duration.ofMillis(20));
			deadline.every(Duration.ofMillis(5), runs::incrementAndGet);
			await().until(deadline::isEnded);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "timerscope.enabled=false", "timerscope.sessions.enabled=false" })
	void aHandlerThatIsDecoratedStaysAsItIs(String off) {
		try (ConfigurableApplicationContext context = start(off)) {
			TextWebSocketHandler handler = new TextWebSocketHandler();
			assertThat(context.getBean(Injecting.class).sessions().decorate(handler)).isSameAs(handler);
		}
	}

	@Test
	void aScopeThatHasNoOwnerNamesWhatIsSwitchedOff() {
		try (ConfigurableApplicationContext context = start("timerscope.beans.enabled=false",
				"timerscope.requests.enabled=false")) {
			TaskScopes scopes = context.getBean(TaskScopes.class);
			assertThatIllegalArgumentException().isThrownBy(() -> scopes.bean(context.getBean(Injecting.class)))
				.withMessageContaining("timerscope.beans.enabled=false");
			assertThatIllegalStateException().isThrownBy(scopes::request)
				.withMessageContaining("timerscope.requests.enabled=false");
		}
	}

	private static ConfigurableApplicationContext start(String... properties) {
		return new SpringApplicationBuilder(Application.class).properties(properties).properties("server.port=0").run();
	}

	/**
	 * Cannot be made without what is ours.
	 *
	 * @param scopes ours
	 * @param sessions ours
	 */
	record Injecting(TaskScopes scopes, SessionOwners sessions) {
	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	@EnableScheduling
	static class Application {

		@Bean
		Injecting injecting(TaskScopes scopes, SessionOwners sessions) {
			return new Injecting(scopes, sessions);
		}

	}

}
