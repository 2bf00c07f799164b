package io.timerscope.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;

import com.acme.orders.OrderController;
import io.timerscope.Owner;
import io.timerscope.OwnerKind;
import io.timerscope.OwnerSource;
import io.timerscope.TaskQuery;
import io.timerscope.actuate.OperatorControls;
import io.timerscope.actuate.RuleRequest;
import io.timerscope.ledger.TaskLedger;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/** What a rule does that is added while the application runs. */
class RuntimeControlsTests {

	private final List<ScheduledFuture<?>> held = new ArrayList<>();

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(
				AutoConfigurations.of(TimerscopeAutoConfiguration.class, TimerscopeFindingsAutoConfiguration.class,
						EndpointAutoConfiguration.class, TimerscopeEndpointAutoConfiguration.class))
		.withPropertyValues("timerscope.interval=1h", "timerscope.beans.grace=0s")
		.withBean("pool", ScheduledExecutorService.class, () -> Executors.newScheduledThreadPool(1));

	@Test
	void aLineThatIsIgnoredFromNowOnHasNoLeaksAndHasThemAgainWithoutTheRule() {
		this.runner.run((context) -> {
			TaskLedger ledger = context.getBean(TaskLedger.class);
			OperatorControls controls = context.getBean(OperatorControls.class);
			leak(ledger, context.getBean("pool", ScheduledExecutorService.class));
			assertThat(ledger.read().totals().leaked()).isOne();
			int number = controls.addRule(ignoring("com.acme.orders.OrderController#place")).number();
			assertThat(ledger.read().totals().leaked()).isZero();
			assertThat(ledger.read().totals().outlived()).isOne();
			assertThat(ledger.read().totals().recovered()).isZero();
			assertThat(controls.removeRule(number)).isTrue();
			assertThat(ledger.read().totals().leaked()).isOne();
		});
	}

	@Test
	void theNewestRuleCountsFirst() {
		this.runner.withPropertyValues("timerscope.rules[0].site=com.acme.**", "timerscope.rules[0].ignore=true")
			.run((context) -> {
				TaskLedger ledger = context.getBean(TaskLedger.class);
				leak(ledger, context.getBean("pool", ScheduledExecutorService.class));
				assertThat(ledger.read().totals().leaked()).isZero();
				context.getBean(OperatorControls.class)
					.addRule(new RuleRequest("com.acme.orders.**", "report", null, null, null, null));
				assertThat(ledger.read().totals().leaked()).isOne();
				assertThat(ledger.read().snapshot(TaskQuery.DEFAULT).page().matched()).isOne();
			});
	}

	private static RuleRequest ignoring(String site) {
		return new RuleRequest(site, null, null, null, null, "true");
	}

	private void leak(TaskLedger ledger, ScheduledExecutorService pool) {
		Owner bean = ledger.openOwner(OwnerKind.BEAN, "orders");
		OwnerSource before = ledger.context().swap(bean);
		this.held.add(new OrderController(pool).place());
		ledger.context().swap(before);
		ledger.ownerEnded(bean);
		ledger.tick();
	}

}
