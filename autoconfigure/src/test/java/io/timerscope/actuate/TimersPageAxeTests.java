package io.timerscope.actuate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

import com.acme.orders.Archive;
import io.timerscope.finding.Inspection;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The page by the rules of axe-core, where {@code AXE_CORE} names its file
 * {@code axe.min.js}.
 */
@EnabledIfEnvironmentVariable(named = "AXE_CORE", matches = ".+")
class TimersPageAxeTests {

	@TempDir
	private static Path profile;

	private final Shop shop = new Shop();

	@AfterEach
	void close() {
		Awaitility.reset();
		this.shop.close();
	}

	@Test
	void thereIsNoSeriousViolation() throws Exception {
		Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
		this.shop.leak("POST /orders", 150);
		this.shop.onAnother("imports", (scheduler) -> new Archive(scheduler).lookAgain());
		this.shop.pass(Duration.ofMinutes(1));
		try (TimersServer server = TimersServer.start(TimersServer.Kind.TOMCAT, this.shop.ledger,
				"management.endpoint.timers.access=unrestricted"); Browser browser = Browser.start(profile)) {
			new Archive(this.shop.scheduler).breakDown();
			await().until(() -> this.shop.ledger.read().totals().failed() == 1);
			server.context().getBean(Inspection.class).tick();
			for (String scheme : new String[] { "light", "dark" }) {
				browser.size(1360, 1000);
				browser.colorScheme(scheme);
				browser.open(server.url() + "?site=com.acme.orders.OrderController%23place");
				browser.awaitText("#findings", "Acknowledge");
				assertNoViolation(browser, scheme);
				browser.click("[data-key='cancel all']");
				browser.awaitText("#question", "Cancel 150 tasks?");
				assertNoViolation(browser, scheme + " question");
				browser.click("#question [data-key=no]");
				browser.click("#rule-add");
				assertNoViolation(browser, scheme + " rule");
				browser.click("#question [data-key=no]");
				browser.click("[data-key='task 1']");
				browser.awaitText("#detail", "Scheduled by");
				assertNoViolation(browser, scheme + " task");
				browser.size(360, 800);
				browser.open(server.url() + "?");
				browser.awaitText("#findings", "Acknowledge");
				assertNoViolation(browser, scheme + " phone");
			}
		}
	}

	private static void assertNoViolation(Browser browser, String state) throws IOException {
		String axe = Files.readString(Path.of(Objects.requireNonNull(System.getenv("AXE_CORE"))));
		assertThat(browser.script(axe + """
				; return axe.run().then((results) => results.violations
					.filter((it) => ['serious', 'critical'].includes(it.impact))
					.map((it) => it.id + ': ' + it.nodes.map((node) => node.target.join(' ')).join(', ')))""")
			.toString()).as(state).isEqualTo("[]");
	}

}
