package io.timerscope.actuate;

import java.nio.file.Path;
import java.time.Duration;

import com.acme.orders.Archive;
import io.timerscope.Owner;
import io.timerscope.OwnerKind;
import io.timerscope.finding.Inspection;
import io.timerscope.recent.LastHour;
import io.timerscope.recent.OperatorAction;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What an operator does on the page, in a real browser. */
class TimersPageOperatorTests {

	private static final String ENTER = "\uE007";

	private static final String UNRESTRICTED = "management.endpoint.timers.access=unrestricted";

	private static final String PLACE = "com.acme.orders.OrderController#place";

	private static final Path PICTURES = Path.of("target", "page");

	@TempDir
	private static Path profile;

	private static Browser browser;

	private final Shop shop = new Shop();

	private final Archive archive = new Archive(this.shop.scheduler);

	@BeforeAll
	static void openBrowser() throws Exception {
		Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
		browser = Browser.start(profile);
	}

	@AfterAll
	static void closeBrowser() {
		Awaitility.reset();
		if (browser != null) {
			browser.close();
		}
	}

	@BeforeEach
	void reset() {
		browser.size(1360, 1000);
		browser.open("about:blank");
		browser.errors();
	}

	@AfterEach
	void close() {
		this.shop.close();
	}

	@Test
	void allThatMatchesIsCancelledAfterAQuestionThatSaysHowMany() {
		this.shop.leak("POST /orders", 3);
		this.shop.orders.remind();
		try (TimersServer server = serve(UNRESTRICTED)) {
			open(server, "?state=leaked");
			browser.awaitText("#tasks-note", "3 tasks");
			assertThat(browser.text("#tasks-acts")).as("a state alone is not enough").isEmpty();
			open(server, "?state=leaked&site=com.acme.orders.OrderController%23place");
			browser.awaitText("#tasks-acts", "Cancel all 3…");
			browser.click("[data-key='cancel all']");
			browser.awaitText("#question", "Cancel 3 tasks?");
			assertThat(browser.text("#question"))
				.contains("state leaked, site " + PLACE, "Runs in progress go on", "This cannot be undone.")
				.doesNotContain("Not only leaked");
			browser.press(ENTER);
			browser.awaitThat("!document.querySelector('#question').open");
			assertThat(this.shop.ledger.read().totals().live()).isEqualTo(4);
			browser.click("[data-key='cancel all']");
			browser.click("#question .danger");
			browser.awaitText("#said", "3 of 3 tasks were cancelled.");
			assertThat(this.shop.ledger.read().totals().live()).isOne();
			browser.awaitText("#hour", "cancelled 3 of 3 tasks");
			assertThat(browser.errors()).isEmpty();
		}
	}

	@Test
	void whereWorkingTasksWouldBeCancelledTooItSaysSo() {
		this.shop.orders.remind();
		this.shop.orders.remind();
		try (TimersServer server = serve(UNRESTRICTED)) {
			open(server, "?scheduler=taskScheduler");
			browser.click("[data-key='cancel all']");
			browser.awaitText("#question", "working tasks would be cancelled as well");
		}
	}

	@Test
	void aRuleIsAddedAndTakenBack() {
		this.shop.leak("POST /orders", 2);
		try (TimersServer server = serve(UNRESTRICTED)) {
			open(server, "");
			browser.awaitText("#headline", "2 tasks have leaked");
			browser.click("#findings [data-key^='rule for']");
			browser.awaitText("#question", "2 live tasks are of such lines now.");
			assertThat(browser.script("return document.querySelector('#question [name=site]').value").asString())
				.isEqualTo(PLACE);
			assertThat(browser.text("#question")).contains("You can undo this");
			browser.script("const e = document.querySelector('#question select'); e.value = 'ignore'; "
					+ "e.dispatchEvent(new Event('change'))");
			browser.awaitText("#question", "no finding speaks of the line");
			browser.click("#question .danger");
			browser.awaitText("#said", "Rule 1 for " + PLACE + " was added.");
			browser.awaitText("#rules", "report nothing");
			assertThat(count(server, OperatorAction.ADD_RULE)).isOne();
			browser.click("[data-key='rule 1']");
			browser.awaitText("#question", "1 rule for " + PLACE);
			browser.click("#question .danger");
			browser.awaitText("#said", "The rule was taken back.");
			browser.awaitText("#rules", "No rule for single lines");
			assertThat(count(server, OperatorAction.REMOVE_RULE)).isOne();
		}
	}

	@ParameterizedTest
	@CsvSource({ "com.acme.orders.Order*, 3", "com.acme.orders.OrderController#pl*, 2", "com.acme.**, 3",
			"com.acme.orders.Bill*, 0" })
	void aPatternIsPreviewedByTheTasksThatItMeans(String pattern, int tasks) {
		this.shop.leak("POST /orders", 2);
		this.shop.orders.remind();
		try (TimersServer server = serve(UNRESTRICTED)) {
			open(server, "");
			browser.click("#rule-add");
			browser.type("#question [name=site]", pattern);
			browser.script("document.querySelector('#question [name=site]').dispatchEvent(new Event('change'))");
			browser.awaitText("#question", tasks + " live tasks are of such lines now.");
		}
	}

	/** The endpoint can only be asked for what stands before it. */
	@Test
	void aPatternWithAStarInTheMiddleHasNoNumber() {
		this.shop.leak("POST /orders", 2);
		try (TimersServer server = serve(UNRESTRICTED)) {
			open(server, "");
			browser.click("#rule-add");
			browser.type("#question [name=site]", "com.acme.*.Nobody");
			browser.script("document.querySelector('#question [name=site]').dispatchEvent(new Event('change'))");
			String effect = browser.script("return document.querySelector('#rule-effect').textContent").asString();
			assertThat(effect).isNotEmpty().doesNotContain("of such lines now");
		}
	}

	@Test
	void aRuleThatIsNoneIsRefusedWhereItWasAskedFor() {
		try (TimersServer server = serve(UNRESTRICTED)) {
			open(server, "");
			browser.click("#rule-add");
			browser.type("#question [name=site]", "a b c");
			browser.click("#question .danger");
			browser.awaitText("#question-refused", "site pattern");
			assertThat(browser.script("return document.querySelector('#question').open").asBoolean()).isTrue();
		}
	}

	@Test
	void aDeathIsAcknowledged() {
		try (TimersServer server = serve(UNRESTRICTED)) {
			this.archive.breakDown();
			await().until(() -> this.shop.ledger.read().totals().failed() == 1);
			server.context().getBean(Inspection.class).tick();
			open(server, "");
			browser.click("[data-key^='acknowledge']");
			browser.awaitText("#question", "The task stays dead");
			browser.click("#question .danger");
			browser.awaitText("#said", "The finding was acknowledged.");
			browser.awaitText("#headline", "Nothing leaks");
			assertThat(count(server, OperatorAction.ACKNOWLEDGE)).isOne();
		}
	}

	@Test
	void whatTheTasksOfALineKeepIsMeasured() throws Exception {
		for (int i = 0; i < 20; i++) {
			Owner scope = this.shop.ledger.openOwner(OwnerKind.SCOPE, "import");
			this.shop.during(scope, this.archive::lookAgain);
			this.shop.ledger.ownerEnded(scope);
		}
		this.shop.pass(Duration.ofMinutes(1));
		try (TimersServer server = serve(UNRESTRICTED)) {
			open(server, "");
			browser.click("#findings [data-key^='kept']");
			browser.awaitText("#findings", "20 leaked tasks keep about 20 MB: 20 MB in 20 of byte[]");
			browser.screenshot(PICTURES.resolve("operator.png"));
		}
	}

	@Test
	void whatChangedBeforeThePageWasOpenedIsThere() {
		try (TimersServer server = serve()) {
			LastHour hour = server.context().getBean(LastHour.class);
			for (int i = 0; i < 5; i++) {
				this.shop.leak("POST /orders", 1);
				hour.tick();
			}
			server.json("");
			open(server, "");
			browser.awaitText("#hour-counts", "5 scheduled, 5 leaked");
			browser.awaitText("#hour", "outlived-request");
			assertThat(browser.script("return document.querySelector('#chart path.leak').getAttribute('d')").asString())
				.contains("L");
		}
	}

	@Test
	void withoutAccessNothingIsOffered() {
		this.shop.leak("POST /orders", 2);
		try (TimersServer server = serve()) {
			open(server, "?site=com.acme.orders.OrderController%23place");
			browser.awaitText("#tasks-note", "2 tasks");
			assertThat(browser.script(
					"return [...document.querySelectorAll('.danger, #rule-add, [data-key^=kept], [data-key^=rule]')]"
							+ ".filter(it => it.checkVisibility()).length")
				.asInt()).isZero();
		}
	}

	@Tag("long")
	@Test
	void fiveHundredFindingsFitOnASmallPhone() throws Exception {
		for (int i = 0; i < 500; i++) {
			String name = "scheduler-with-a-long-name-" + i;
			this.shop.onAnother(name, (scheduler) -> new Archive(scheduler).lookAgain());
		}
		this.shop.pass(Duration.ofMinutes(1));
		try (TimersServer server = serve(UNRESTRICTED)) {
			browser.size(360, 2400);
			open(server, "");
			browser.awaitText("#headline", "500 tasks have leaked");
			browser.awaitText("#findings", "more findings");
			browser.script("document.querySelector('#findings summary').click()");
			browser.awaitText("#findings", "see ?format=json");
			assertThat(browser.script("return document.documentElement.scrollWidth").asInt()).isLessThanOrEqualTo(360);
			browser.screenshot(PICTURES.resolve("phone-360.png"));
			assertThat(browser.errors()).isEmpty();
		}
	}

	private static long count(TimersServer server, OperatorAction action) {
		return server.context().getBean(LastHour.class).actions(action);
	}

	private static void open(TimersServer server, String tail) {
		browser.open(server.url() + tail);
		browser.script("document.querySelector('#interval').options[0].selected = true");
		browser.script("document.querySelector('#interval').dispatchEvent(new Event('change'))");
		browser.awaitThat("!document.querySelector('#view').hidden");
	}

	private TimersServer serve(String... properties) {
		return TimersServer.start(TimersServer.Kind.TOMCAT, this.shop.ledger, properties);
	}

}
