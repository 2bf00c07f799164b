package io.timerscope.spring;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import io.micrometer.context.ContextRegistry;
import io.timerscope.Owner;
import io.timerscope.OwnerKind;
import io.timerscope.OwnerSource;
import io.timerscope.TaskLedger;
import io.timerscope.autoconfigure.TimerscopeAutoConfiguration;
import io.timerscope.autoconfigure.TimerscopeScopesAutoConfiguration;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.task.support.ContextPropagatingTaskDecorator;

import static org.assertj.core.api.Assertions.assertThat;

class OwnerHandOverTests {

	private final ApplicationContextRunner application = new ApplicationContextRunner().withConfiguration(
			AutoConfigurations.of(TimerscopeAutoConfiguration.class, TimerscopeScopesAutoConfiguration.class));

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

}
