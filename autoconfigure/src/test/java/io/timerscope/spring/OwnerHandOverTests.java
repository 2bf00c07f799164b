package io.timerscope.spring;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.acme.beans.Mail;
import io.micrometer.context.ContextRegistry;
import io.timerscope.Owner;
import io.timerscope.OwnerKind;
import io.timerscope.OwnerSource;
import io.timerscope.TaskQuery;
import io.timerscope.autoconfigure.TimerscopeAutoConfiguration;
import io.timerscope.ledger.TaskLedger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.support.ContextPropagatingTaskDecorator;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.annotation.EnableScheduling;

import static org.assertj.core.api.Assertions.assertThat;

class OwnerHandOverTests {

	private final ApplicationContextRunner application = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(TimerscopeAutoConfiguration.class));

	@Test
	void aDecoratedTaskWorksForTheRequestThatHandedItOver() {
		this.application.run((context) -> {
			TaskLedger ledger = context.getBean(TaskLedger.class);
			Owner request = ledger.openOwner(OwnerKind.REQUEST, "POST /orders");
			ExecutorService other = Executors.newSingleThreadExecutor();
			try {
				CompletableFuture<Owner> seen = new CompletableFuture<>();
				OwnerSource before = ledger.context().swap(request);
				Runnable decorated = new ContextPropagatingTaskDecorator()
					.decorate(() -> seen.complete(ledger.context().current()));
				ledger.context().swap(before);
				other.execute(decorated);
				assertThat(seen.join()).isSameAs(request);
				CompletableFuture<Owner> after = CompletableFuture.supplyAsync(() -> ledger.context().current(), other);
				assertThat(after.join()).isNull();
			}
			finally {
				other.shutdownNow();
			}
		});
	}

	@ParameterizedTest
	@CsvSource({ "true, REQUEST, POST /orders", "false, BEAN, mail" })
	void anAsyncMethodWorksForTheRequestWhereTheContextIsHandedOver(boolean handedOver, OwnerKind kind, String name) {
		ApplicationContextRunner application = this.application
			.withConfiguration(AutoConfigurations.of(TaskExecutionAutoConfiguration.class,
					TaskSchedulingAutoConfiguration.class, TimerscopeAutoConfiguration.class))
			.withUserConfiguration(Async.class)
			.withBean("mail", Mail.class);
		if (handedOver) {
			application = application.withBean(ContextPropagatingTaskDecorator.class);
		}
		application.run((context) -> {
			TaskLedger ledger = context.getBean(TaskLedger.class);
			Owner request = ledger.openOwner(OwnerKind.REQUEST, "POST /orders");
			OwnerSource before = ledger.context().swap(request);
			context.getBean(Mail.class).sendLater().join();
			ledger.context().swap(before);
			assertThat(ledger.read().snapshot(TaskQuery.DEFAULT).page().tasks()).hasSize(1).allSatisfy((task) -> {
				assertThat(task.owner().kind()).isEqualTo(kind);
				assertThat(task.owner().name()).isEqualTo(name);
			});
		});
	}

	@Test
	void theAccessorLeavesWithItsApplication() {
		int before = accessors();
		this.application.run((context) -> assertThat(accessors()).isEqualTo(before + 1));
		assertThat(accessors()).isEqualTo(before);
	}

	private static int accessors() {
		return (int) ContextRegistry.getInstance()
			.getThreadLocalAccessors()
			.stream()
			.filter(OwnerHandOver.class::isInstance)
			.count();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAsync
	@EnableScheduling
	static class Async {

	}

}
