package io.timerscope.sample.leaks;

import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each leaking request fails the test that made it, and no other test.
 */
class LeakIsFoundTests {

	@Test
	void eachLeakOfTheShopFailsItsTestAndNamesItsLine() {
		Map<String, String> failures = EngineTestKit.engine("junit-jupiter")
			.selectors(DiscoverySelectors.selectClass(LeakingShop.class))
			.execute()
			.allEvents()
			.failed()
			.stream()
			.collect(
					Collectors.toMap((event) -> event.getTestDescriptor().getDisplayName(), LeakIsFoundTests::message));
		assertThat(failures).containsOnlyKeys("aPays()", "bChecksOut()", "cLeaves()");
		assertThat(failures.get("aPays()")).contains("every 1 s", "POST /leaking/orders",
				"io.timerscope.sample.orders.LeakingOrderController.place(LeakingOrderController.java:44)");
		assertThat(failures.get("bChecksOut()")).contains("POST /leaking/carts",
				"io.timerscope.sample.carts.LeakingCartController.create(LeakingCartController.java:");
		assertThat(failures.get("cLeaves()")).contains("GET /leaking/prices",
				"io.timerscope.sample.prices.LeakingPriceController.prices(LeakingPriceController.java:");
	}

	private static String message(Event event) {
		return event.getRequiredPayload(TestExecutionResult.class).getThrowable().map(Throwable::getMessage).orElse("");
	}

}
