package io.timerscope.sample.leaks;

import io.timerscope.junit.NoTimerLeaks;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The careful half of the running shop. That a customer has left is seen with the next
 * price, so that the check may have to ask again.
 */
@NoTimerLeaks(retryFor = "30s")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class NothingLeftBehindTests {

	@LocalServerPort
	private int port;

	@Test
	void anOrderThatIsPaidEndsItsReminder() throws Exception {
		new Customer(this.port, "careful").ordersAndPays();
	}

	@Test
	void aCartThatIsCheckedOutHasNoTimer() throws Exception {
		new Customer(this.port, "careful").fillsACartAndChecksOut();
	}

	@Test
	void aCustomerWhoLeavesEndsThePrices() throws Exception {
		new Customer(this.port, "careful").looksAtAPriceAndLeaves();
	}

}
