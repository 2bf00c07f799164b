package io.timerscope.autoconfigure;

import java.util.Collections;

import com.acme.beans.SessionCart;
import io.timerscope.TaskQuery;
import io.timerscope.TaskSnapshot;
import io.timerscope.ledger.TaskLedger;
import io.timerscope.web.SessionBeansEnd;
import jakarta.servlet.http.HttpSessionEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.web.context.annotation.SessionScope;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

import static org.assertj.core.api.Assertions.assertThat;

/** Beans that live in an HTTP session, which may be written to a store. */
class SessionScopedBeansTests {

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withConfiguration(
				AutoConfigurations.of(TimerscopeAutoConfiguration.class, TimerscopeServletAutoConfiguration.class))
		.withUserConfiguration(Application.class);

	@AfterEach
	void leave() {
		RequestContextHolder.resetRequestAttributes();
	}

	@Test
	void theSessionHoldsNothingOfOurs() {
		MockHttpSession session = enter(new MockHttpSession());
		new WebApplicationContextRunner().withUserConfiguration(Application.class)
			.run((context) -> context.getBean(SessionCart.class).remind());
		MockHttpSession tracked = enter(new MockHttpSession());
		this.runner.run((context) -> context.getBean(SessionCart.class).remind());
		assertThat(Collections.list(tracked.getAttributeNames())).isNotEmpty()
			.containsExactlyInAnyOrderElementsOf(Collections.list(session.getAttributeNames()));
	}

	@Test
	void theBeanEndsWithItsSession() {
		MockHttpSession session = enter(new MockHttpSession());
		this.runner.run((context) -> {
			context.getBean(SessionCart.class).remind();
			assertThat(task(context.getBean(TaskLedger.class)).owner().endedAt()).isNull();
			assertThat(task(context.getBean(TaskLedger.class)).owner().name()).isEqualTo("cart");
			context.getBean(SessionBeansEnd.class).sessionDestroyed(new HttpSessionEvent(session));
			assertThat(task(context.getBean(TaskLedger.class)).owner().endedAt()).isNotNull();
			assertThat(context.getBean(TaskLedger.class).trackingErrors()).isZero();
		});
	}

	private static MockHttpSession enter(MockHttpSession session) {
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.setSession(session);
		RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
		return session;
	}

	private static TaskSnapshot task(TaskLedger ledger) {
		return ledger.read().snapshot(TaskQuery.DEFAULT).page().tasks().get(0);
	}

	@Configuration(proxyBeanMethods = false)
	static class Application {

		@Bean
		@SessionScope
		SessionCart cart(TaskScheduler scheduler) {
			return new SessionCart(scheduler);
		}

		@Bean
		ThreadPoolTaskScheduler scheduler() {
			return new ThreadPoolTaskScheduler();
		}

	}

}
