package io.timerscope.languages;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

import com.acme.kotlin.PriceApplication;
import io.timerscope.OwnerKind;
import io.timerscope.TaskQuery;
import io.timerscope.autoconfigure.TimerscopeAutoConfiguration;
import io.timerscope.autoconfigure.TimerscopeReactiveAutoConfiguration;
import io.timerscope.ledger.TaskLedger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import reactor.core.publisher.Hooks;
import reactor.core.scheduler.Schedulers;

import static org.assertj.core.api.Assertions.assertThat;

/** Suspending handlers of WebFlux. */
class SuspendingHandlerTests {

	@AfterEach
	void switchOff() {
		Hooks.disableAutomaticContextPropagation();
	}

	@ParameterizedTest
	@ValueSource(strings = { "before", "delayed", "elsewhere" })
	void theRequestOwnsWhatItSchedulesOnWhicheverThread(String path) throws Exception {
		Schedulers.shutdownNow(); // those of other tests, which knew no Timerscope
		try (Application application = new Application(WebApplicationType.REACTIVE, PriceApplication.class,
				"spring.reactor.context-propagation=auto", "spring.autoconfigure.exclude="
						+ "org.springframework.boot.tomcat.autoconfigure.reactive.TomcatReactiveWebServerAutoConfiguration")) {
			HttpRequest request = HttpRequest.newBuilder(URI.create(application.url("/prices/" + path))).build();
			assertThat(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body()).isEqualTo(path);
			assertThat(application.tasks(TaskQuery.States.LIVE)).singleElement().satisfies((task) -> {
				assertThat(task.owner().kind()).isEqualTo(OwnerKind.REQUEST);
				assertThat(task.owner().name()).isEqualTo("GET /prices/" + path);
				assertThat(task.site().toString()).startsWith("com.acme.kotlin.Prices.refreshLater(Prices.kt:");
			});
			assertThat(application.bean(TaskLedger.class).attribution().gaps()).isEmpty();
		}
	}

	/** As Spring Framework 6.2 is. */
	@Test
	void whereSpringDoesNotFollowCoroutinesTheGapIsTold() {
		runner().withClassLoader(new FilteredClassLoader("org.springframework.core.PropagationContextElement"))
			.run((context) -> assertThat(context.getBean(TaskLedger.class).attribution().gaps()).singleElement()
				.asString()
				.startsWith("a suspending WebFlux handler owns"));
	}

	@Test
	void withoutCoroutinesThereIsNoGap() {
		runner()
			.withClassLoader(new FilteredClassLoader("org.springframework.core.PropagationContextElement",
					"kotlinx.coroutines.reactor"))
			.run((context) -> assertThat(context.getBean(TaskLedger.class).attribution().gaps()).isEmpty());
	}

	private static ReactiveWebApplicationContextRunner runner() {
		Hooks.enableAutomaticContextPropagation();
		return new ReactiveWebApplicationContextRunner().withConfiguration(
				AutoConfigurations.of(TimerscopeAutoConfiguration.class, TimerscopeReactiveAutoConfiguration.class));
	}

}
