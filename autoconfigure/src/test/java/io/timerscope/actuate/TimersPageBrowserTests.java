package io.timerscope.actuate;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import com.acme.shop.Checkout;
import io.timerscope.Owner;
import io.timerscope.OwnerKind;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page in a real browser. Pictures of it are left in {@code target/page}.
 */
class TimersPageBrowserTests {

	private static final Path PICTURES = Path.of("target", "page");

	private static final String ESCAPE = "\uE00C";

	private static final String ENTER = "\uE007";

	private static final String UNRESTRICTED = "management.endpoint.timers.access=unrestricted";

	@TempDir
	private static Path profile;

	private static Browser browser;

	private final Shop shop = new Shop();

	private Checkout checkout;

	@BeforeAll
	static void openBrowser() throws Exception {
		Awaitility.setDefaultTimeout(Duration.ofSeconds(20));
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
		browser.colorScheme("light");
		browser.open("about:blank");
		browser.errors();
	}

	@AfterEach
	void close() {
		this.shop.close();
	}

	@Test
	void aLeakAppearsWithoutReload() {
		try (TimersServer server = serve()) {
			open(server, "");
			browser.awaitText("#headline", "Nothing leaks");
			this.shop.leak("POST /orders", 2);
			browser.awaitText("#headline", "2 tasks have leaked");
			browser.awaitText("#subline", "com.acme.orders.OrderController.place(OrderController.java:22)");
			browser.awaitText("#findings", "cancel it when its work is over");
			browser.awaitText("#flame", "OrderController.place:22");
			assertThat(browser.script("return document.title").asString()).startsWith("(2) ");
			assertThat(browser.errors()).isEmpty();
		}
	}

	@Test
	void aFindingLeadsToItsTasks() {
		this.shop.leak("POST /orders", 2);
		this.shop.orders.remind();
		try (TimersServer server = serve()) {
			open(server, "");
			browser.awaitText("#tasks-note", "3 tasks");
			browser.click("#findings [data-key^='tasks of']");
			browser.awaitText("#tasks-note", "2 tasks");
			assertThat(browser.script("return location.search").asString()).contains("state=leaked",
					"site=com.acme.orders.OrderController.place");
			assertThat(browser.script("return document.activeElement.id").asString()).isEqualTo("tasks");
		}
	}

	@Test
	void aFindingAboutAQueueLeadsToWhatTheQueueStillHolds() {
		for (int i = 0; i < 12; i++) {
			this.shop.orders.remind().cancel(false);
		}
		this.shop.orders.remind();
		try (TimersServer server = serve("timerscope.retained.max=10", "timerscope.retained.purge=false",
				"timerscope.interval=50ms")) {
			open(server, "");
			browser.awaitText("#findings", "12 cancelled tasks among its 13 entries");
			browser.click("#findings [data-key^='tasks of']");
			browser.awaitText("#tasks-note", "12 tasks");
			assertThat(browser.script("return location.search").asString()).contains("state=retained",
					"scheduler=taskScheduler");
		}
	}

	@Test
	void theWordsAreExplainedAndTheOtherFormsAreAClickAway() {
		try (TimersServer server = serve()) {
			open(server, "");
			browser.awaitText("#headline", "Nothing leaks");
			browser.click("footer summary");
			browser.awaitText("footer", "live although its owner has ended");
			browser.click("footer [href='?format=text']");
			browser.awaitText("body", "# live 0, leaked 0");
		}
	}

	@Test
	void sitesAreSortedAsTheReaderWants() {
		this.shop.orders.remind();
		this.shop.orders.remind();
		this.shop.orders.remind();
		this.shop.leak("POST /orders", 2);
		try (TimersServer server = serve()) {
			open(server, "");
			browser.awaitText("#sites tbody tr:first-child", "OrderController.place");
			browser.click("#sites [data-key='sort live']");
			browser.awaitText("#sites tbody tr:first-child", "OrderController.remind");
			browser.click("#sites [data-key='sort live']");
			browser.awaitText("#sites tbody tr:first-child", "OrderController.place");
			assertThat(browser.script("return location.search").asString()).contains("sort=live");
			assertThat(browser.script("return document.querySelector('#sites th[aria-sort]').innerText").asString())
				.startsWith("Live");
		}
	}

	@Test
	void filtersAndPagesStandInTheAddress() {
		this.shop.leak("POST /orders", 150);
		this.shop.orders.remind();
		try (TimersServer server = serve()) {
			open(server, "?state=leaked");
			browser.awaitText("#tasks-note", "100 of 150");
			browser.click("[data-key=next]");
			browser.awaitText("#tasks-note", "50 of 150");
			assertThat(browser.script("return location.search").asString()).contains("after=100", "state=leaked");
			browser.click("[data-key=previous]");
			browser.awaitText("#tasks-note", "100 of 150");
			browser.type("#filter [name=site]", "com.acme.orders.OrderController.remind" + ENTER);
			browser.awaitText("#task-rows", "No task matches");
			browser.click("#clear");
			browser.awaitText("#tasks-note", "100 of 151");
			browser.script("history.back()");
			browser.awaitText("#task-rows", "No task matches");
			browser.type("#filter [name=owner]", "cat" + ENTER);
			browser.awaitText("#refused", "'owner' takes a kind or kind:name");
			browser.awaitText("#headline", "150 tasks have leaked");
		}
	}

	@Test
	void aTaskIsOpenedReadAndCancelledAfterAQuestion() {
		this.shop.leak("POST /orders", 1);
		try (TimersServer server = serve(UNRESTRICTED)) {
			open(server, "");
			browser.awaitText("#task-rows", "OrderController.place");
			browser.click("[data-key='task 1']");
			browser.awaitText("#detail .stack", "com.acme.orders.OrderController.place(OrderController.java:22)");
			browser.click("#detail [data-key=cancel]");
			browser.awaitText("#question", "Cancel OrderController.place?");
			browser.press(ENTER);
			browser.awaitThat("!document.querySelector('#question').open");
			assertThat(this.shop.ledger.read().totals().live()).isEqualTo(1);
			browser.click("#detail [data-key=cancel]");
			browser.click("#question .danger");
			browser.awaitText("#word", "was cancelled");
			browser.awaitText("#detail", "cancelled");
			assertThat(this.shop.ledger.read().totals().cancelled()).isEqualTo(1);
			browser.press(ESCAPE);
			browser.awaitThat("!document.querySelector('#detail').open && location.hash === ''");
			browser.awaitText("#headline", "Nothing leaks");
		}
	}

	@Test
	void withoutAccessNoCancelIsOffered() {
		this.shop.leak("POST /orders", 1);
		try (TimersServer server = serve()) {
			open(server, "#task-1");
			browser.awaitText("#detail", "Scheduled by");
			assertThat(browser.script("return document.querySelector('#detail [data-key=cancel]')").isNull()).isTrue();
		}
	}

	@Test
	void itSaysSoWhenTheApplicationIsGoneAndRecovers() throws Exception {
		String port = "server.port=" + Browser.freePort();
		this.shop.leak("POST /orders", 2);
		try (TimersServer server = serve(port)) {
			open(server, "");
			browser.awaitText("#headline", "2 tasks have leaked");
		}
		browser.awaitText("#gone", "does not answer");
		browser.awaitText("#headline", "2 tasks have leaked");
		try (Shop restarted = new Shop();
				TimersServer server = TimersServer.start(TimersServer.Kind.TOMCAT, restarted.ledger, port)) {
			browser.awaitText("#headline", "Nothing leaks");
			browser.awaitThat("document.querySelector('#gone').hidden");
			browser.awaitText("#chart", "restarted");
			assertThat(server.url()).isNotEmpty();
		}
	}

	@Test
	void hostileNamesAreText() {
		String hostile = "</script><script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">";
		this.shop.ledger.schedulers().leaveAlone(hostile, hostile, hostile);
		Owner owner = this.shop.ledger.openOwner(OwnerKind.REQUEST, hostile);
		this.shop.during(owner, this.shop.orders::place);
		this.shop.ledger.ownerEnded(owner);
		this.shop.pass(Duration.ofMinutes(1));
		try (TimersServer server = serve("spring.application.name=" + hostile)) {
			open(server, "#task-1");
			browser.awaitText("#detail", hostile);
			browser.awaitText("#schedulers", hostile);
			browser.awaitText("#findings", "<img src=x");
			assertThat(browser.script("return document.title").asString()).doesNotContain("owned");
			assertThat(browser.script("return document.querySelectorAll('img').length").asInt()).isZero();
			assertThat(browser.errors()).isEmpty();
		}
	}

	@Test
	void itsPolicyLetsNothingElseRunOrLoad() {
		try (TimersServer server = serve()) {
			open(server, "");
			browser.awaitText("#headline", "Nothing leaks");
			assertThat(browser.script("""
					const attempts = [
						() => document.body.setAttribute('onclick', "document.title = 'owned'"),
						() => document.body.insertAdjacentHTML('beforeend', '<b>markup</b>'),
						() => { document.createElement('script').text = "document.title = 'owned'"; }];
					return attempts.filter((attempt) => {
						try { attempt(); return true; } catch (refused) { return false; }
					}).map(String)""").toString()).isEqualTo("[]");
			browser.script("""
					const image = document.createElement('img');
					image.src = 'http://127.0.0.1:1/elsewhere.png';
					document.body.append(image);
					const style = document.createElement('style');
					style.textContent = 'body { display: none }';
					document.body.append(style);
					fetch('http://127.0.0.1:1/elsewhere').catch(() => {})""");
			assertThat(browser.script("return document.title").asString()).doesNotContain("owned");
			List<String> refused = new ArrayList<>();
			Awaitility.await().untilAsserted(() -> {
				refused.addAll(browser.errors());
				assertThat(refused).hasSizeGreaterThanOrEqualTo(3);
			});
			assertThat(refused).anyMatch((error) -> error.contains("img-src"))
				.anyMatch((error) -> error.contains("style-src"))
				.anyMatch((error) -> error.contains("connect-src"));
		}
	}

	@Test
	void itWorksUnderAContextPathAManagementPortAndAnotherBasePath() {
		this.shop.leak("POST /orders", 2);
		try (TimersServer server = TimersServer.startAt("/app/ops/clocks", TimersServer.Kind.TOMCAT, this.shop.ledger,
				"server.servlet.context-path=/app", "management.endpoints.web.base-path=/ops",
				"management.endpoints.web.path-mapping.timers=clocks", UNRESTRICTED)) {
			assertUsable(server);
		}
		try (TimersServer server = TimersServer.startAt("/manage/actuator/timers", TimersServer.Kind.NETTY,
				this.shop.ledger, "management.server.port=0", "management.server.base-path=/manage", UNRESTRICTED)) {
			assertUsable(server);
		}
	}

	private void assertUsable(TimersServer server) {
		open(server, "");
		browser.awaitText("#headline", "2 tasks have leaked");
		browser.awaitText("#flame", "OrderController.place:22");
		browser.click("[data-key='task 1']");
		browser.awaitText("#detail", "Scheduled by");
		assertThat(browser.errors()).isEmpty();
		browser.open("about:blank");
	}

	@Tag("long")
	@Test
	void aStormOfTasksLeavesItResponsive() {
		for (int i = 0; i < 200_000; i++) {
			this.shop.scheduler.schedule(TimersPageBrowserTests::nothing, 1, TimeUnit.HOURS);
		}
		this.shop.leak("POST /orders", 150);
		try (TimersServer server = serve()) {
			open(server, "");
			browser.awaitText("#headline", "150 tasks have leaked");
			browser.awaitText("#tasks-note", "100 of 200,150");
			browser.click("[data-key=next]");
			browser.awaitThat("location.search.includes('after=100')");
			browser.awaitText("#task-rows", "once, after 1 h");
			browser.type("#filter [name=owner]", "request:POST /orders" + ENTER);
			browser.awaitText("#tasks-note", "100 of 150");
			browser.click("[data-key=next]");
			browser.awaitText("#tasks-note", "50 of 150");
			browser.click("[data-key='task 200150']");
			browser.awaitText("#detail", "Scheduled by");
			assertThat(browser.errors()).isEmpty();
		}
	}

	private static void nothing() {
	}

	@Test
	void theFlameGraphIsZoomedByKeyboard() {
		populate();
		try (TimersServer server = serve()) {
			open(server, "");
			browser.awaitText("#flame", "Checkout");
			browser.script(
					"[...document.querySelectorAll('#flame button')].find(it => it.innerText.startsWith('Checkout.placeOrder')).focus()");
			browser.press(ENTER);
			browser.awaitThat("!document.querySelector('#flame-reset').hidden");
			assertThat(browser.text("#flame")).doesNotContain("abandonCart");
			browser.press(ESCAPE);
			browser.awaitThat("document.querySelector('#flame-reset').hidden");
			browser.click("#flame-leaked");
			browser.awaitThat("!document.querySelector('#flame').innerText.includes('streamPrices')");
		}
	}

	@Test
	void itIsReadableInLightInDarkAndOnAPhone() throws Exception {
		populate();
		try (TimersServer server = serve(UNRESTRICTED)) {
			open(server, "");
			browser.awaitText("#flame", "Checkout");
			for (int i = 0; i < 12; i++) {
				this.shop.pass(Duration.ofSeconds(20));
				int tasks = i % 4;
				onRequestThread(() -> this.shop.leak("POST /orders/{id}", tasks));
				long scheduled = this.shop.ledger.read().totals().scheduled();
				browser.script("document.querySelector('#interval').dispatchEvent(new Event('change'))");
				browser.awaitThat("document.querySelector('#totals').innerText.includes('" + scheduled + "')");
			}
			browser.size(1360, 1750);
			browser.script("dispatchEvent(new Event('resize'))");
			browser.screenshot(PICTURES.resolve("light.png"));
			String light = background();
			browser.colorScheme("dark");
			browser.screenshot(PICTURES.resolve("dark.png"));
			assertThat(background()).isNotEqualTo(light);
			browser.click("[data-key='task 1']");
			browser.awaitText("#detail", "Scheduled by");
			browser.size(1360, 1000);
			browser.screenshot(PICTURES.resolve("task.png"));
			browser.press(ESCAPE);
			browser.colorScheme("light");
			browser.size(390, 2600);
			browser.script("dispatchEvent(new Event('resize'))");
			assertThat(browser.script("return document.documentElement.scrollWidth").asInt()).isLessThanOrEqualTo(390);
			browser.screenshot(PICTURES.resolve("phone.png"));
		}
	}

	@Test
	void everyControlHasANameForAScreenReader() {
		populate();
		try (TimersServer server = serve(UNRESTRICTED)) {
			open(server, "#task-1");
			browser.awaitText("#detail", "Scheduled by");
			assertThat(browser.script("""
					return [...document.querySelectorAll('button, select, input, [role=img]')]
						.filter(it => !(it.getAttribute('aria-label') || it.textContent.trim() || it.labels?.length))
						.map(it => it.outerHTML)""").toString()).isEqualTo("[]");
		}
	}

	private void populate() {
		onRequestThread(this::populateHere);
	}

	/** So that stacks show the application and no test engine. */
	private static void onRequestThread(Runnable work) {
		Thread thread = new Thread(work, "http-nio-8080-exec-3");
		thread.start();
		try {
			thread.join();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void populateHere() {
		this.checkout = new Checkout(this.shop.scheduler);
		for (int i = 0; i < 9; i++) {
			within("POST /orders", this.checkout::placeOrder);
		}
		for (int i = 0; i < 4; i++) {
			within("DELETE /carts/{id}", this.checkout::abandonCart);
		}
		this.shop.pass(Duration.ofMinutes(3));
		for (int i = 0; i < 12; i++) {
			this.checkout.streamPrices();
		}
	}

	private void within(String name, Runnable work) {
		Owner owner = this.shop.ledger.openOwner(OwnerKind.REQUEST, name);
		this.shop.during(owner, () -> {
			work.run();
			return null;
		});
		this.shop.ledger.ownerEnded(owner);
	}

	private static String background() {
		return browser.script("return getComputedStyle(document.body).backgroundColor").asString();
	}

	private static void open(TimersServer server, String tail) {
		browser.open(server.url() + tail);
		browser.script("document.querySelector('#interval').options[0].selected = true");
		browser.script("document.querySelector('#interval').dispatchEvent(new Event('change'))");
	}

	private TimersServer serve(String... properties) {
		return TimersServer.start(TimersServer.Kind.TOMCAT, this.shop.ledger, properties);
	}

}
