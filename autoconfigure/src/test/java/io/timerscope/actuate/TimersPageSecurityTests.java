package io.timerscope.actuate;

import java.nio.file.Path;
import java.time.Duration;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page in a real browser, behind Spring Security.
 */
class TimersPageSecurityTests {

	private static final String ENTER = "\uE007";

	@TempDir
	private static Path profile;

	private static Browser browser;

	private final Shop shop = new Shop();

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
	void leak() {
		this.shop.leak("POST /orders", 2);
	}

	@AfterEach
	void close() {
		browser.open("about:blank");
		this.shop.close();
	}

	@Test
	void anOperatorCancelsWithTheTokenOfTheCookie() {
		try (TimersServer server = serve(Guarded.ByCookie.class)) {
			signIn(server, "ada");
			cancelTheFirst();
			browser.awaitText("#word", "was cancelled");
			assertThat(this.shop.ledger.read().totals().cancelled()).isOne();
		}
	}

	@Test
	void everyChangeCarriesTheToken() {
		try (TimersServer server = serve(Guarded.ByCookie.class)) {
			signIn(server, "ada");
			browser.click("#findings [data-key^='rule for']");
			browser.click("#question .danger");
			browser.awaitText("#said", "was added");
			browser.click("#findings [data-key^='kept']");
			browser.awaitText("#findings", "2 leaked tasks keep about");
			browser.click("[data-key='rule 1']");
			browser.click("#question .danger");
			browser.awaitText("#said", "The rule was taken back.");
		}
	}

	@Test
	void whoMayNotCancelIsToldSo() {
		try (TimersServer server = serve(Guarded.ByCookie.class)) {
			signIn(server, "bob");
			cancelTheFirst();
			browser.awaitText("#word", "You may lack the right to cancel.");
			assertThat(this.shop.ledger.read().totals().live()).isEqualTo(2);
		}
	}

	@Test
	void whereThePageCannotKnowTheTokenItSaysWhichOneItLooksFor() {
		try (TimersServer server = serve(Guarded.BySession.class)) {
			signIn(server, "ada");
			cancelTheFirst();
			browser.awaitText("#word", "a cookie named XSRF-TOKEN");
			assertThat(this.shop.ledger.read().totals().live()).isEqualTo(2);
		}
	}

	@Test
	void whenTheSessionExpiresItAsksForASignInAndGoesOnFromThere() {
		try (TimersServer server = serve(Guarded.BySession.class)) {
			signIn(server, "bob");
			browser.forgetCookies();
			browser.awaitText("#gone", "asks for a sign-in");
			browser.awaitText("#headline", "2 tasks have leaked");
			browser.click("#gone button");
			browser.awaitThat("document.querySelector('[name=password]')");
			fillIn("bob");
			browser.awaitText("#headline", "2 tasks have leaked");
			assertThat(browser.script("return location.pathname").asString()).isEqualTo("/actuator/timers");
			assertThat(browser.script("return document.querySelector('#gone').hidden").asBoolean()).isTrue();
		}
	}

	private static void cancelTheFirst() {
		browser.click("[data-key='task 1']");
		browser.awaitText("#detail", "Scheduled by");
		browser.click("#detail [data-key=cancel]");
		browser.click("#question .danger");
	}

	private static void signIn(TimersServer server, String name) {
		browser.open(server.url());
		fillIn(name);
		browser.awaitText("#headline", "2 tasks have leaked");
		browser.script("document.querySelector('#interval').options[0].selected = true");
		browser.script("document.querySelector('#interval').dispatchEvent(new Event('change'))");
	}

	private static void fillIn(String name) {
		browser.type("[name=username]", name);
		browser.type("[name=password]", "secret" + ENTER);
	}

	private TimersServer serve(Class<?> security) {
		return TimersServer.secured("/actuator/timers", TimersServer.Kind.TOMCAT, this.shop.ledger, security,
				"management.endpoint.timers.access=unrestricted");
	}

}
