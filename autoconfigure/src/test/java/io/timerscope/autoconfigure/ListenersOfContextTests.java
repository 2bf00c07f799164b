package io.timerscope.autoconfigure;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import io.timerscope.TickListener;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;
import org.springframework.core.annotation.Order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class ListenersOfContextTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(
				AutoConfigurations.of(TimerscopeAutoConfiguration.class, TimerscopeFindingsAutoConfiguration.class))
		.withPropertyValues("timerscope.interval=20ms");

	@Test
	void aPrototypeIsMadeOnceAndHears() {
		this.runner.withUserConfiguration(Prototypes.class).run((context) -> {
			Prototypes prototypes = context.getBean(Prototypes.class);
			await().until(() -> prototypes.heard.get() > 2);
			assertThat(prototypes.made).hasValue(1);
		});
	}

	@Test
	void aChildMakesNoPrototypeOfItsParent() {
		this.runner.withUserConfiguration(Prototypes.class)
			.run((parent) -> this.runner.withParent(parent)
				.run((child) -> assertThat(parent.getBean(Prototypes.class).made).hasValue(1)));
	}

	@Test
	void listenersHearInTheirOrderWhereverItIsDeclared() {
		this.runner.withUserConfiguration(InOrder.class).run((context) -> {
			List<String> heard = context.getBean(InOrder.class).heard;
			await().until(() -> heard.size() > 3);
			assertThat(List.copyOf(heard).subList(0, 3)).containsExactly("first", "second", "last");
		});
	}

	@Test
	void whatIsNoCandidateForInjectionHearsToo() {
		this.runner.withUserConfiguration(Prototypes.class, Hidden.class).run((context) -> {
			await().until(() -> context.getBean(Prototypes.class).heard.get() > 2);
			await().until(() -> context.getBean(Hidden.class).heard.get() > 2);
		});
	}

	@Configuration(proxyBeanMethods = false)
	static class Prototypes {

		private final AtomicInteger made = new AtomicInteger();

		private final AtomicInteger heard = new AtomicInteger();

		@Bean
		@Scope("prototype")
		TickListener prototype() {
			this.made.incrementAndGet();
			return this.heard::incrementAndGet;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class InOrder {

		private final List<String> heard = new CopyOnWriteArrayList<>();

		@Bean
		TickListener last() {
			return () -> this.heard.add("last");
		}

		@Bean
		@Order(2)
		TickListener second() {
			return () -> this.heard.add("second");
		}

		@Bean
		@Order(1)
		TickListener first() {
			return () -> this.heard.add("first");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Hidden {

		private final AtomicInteger heard = new AtomicInteger();

		@Bean(autowireCandidate = false)
		TickListener hidden() {
			return this.heard::incrementAndGet;
		}

	}

}
