package io.timerscope.sample.leaks;

import io.timerscope.junit.NoTimerLeaks;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;

/**
 * The other half: tests that have to fail, and so are run by a test. The stream of prices
 * that never ends would hold up a graceful end.
 */
@NoTimerLeaks
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "server.shutdown=immediate")
@DirtiesContext
@TestMethodOrder(MethodOrderer.MethodName.class)
class LeakingShop {

	@LocalServerPort
	private int port;

	@Test
	void aPays() throws Exception {
		new Customer(this.port, "leaking").ordersAndPays();
	}

	@Test
	void bChecksOut() throws Exception {
		new Customer(this.port, "leaking").fillsACartAndChecksOut();
	}

	@Test
	void cLeaves() throws Exception {
		new Customer(this.port, "leaking").looksAtAPriceAndLeaves();
	}

	@Test
	void dIsCareful() throws Exception {
		new Customer(this.port, "careful").ordersAndPays();
	}

}
