package io.timerscope.actuate;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The endpoint behind Spring Security.
 */
class TimersSecurityTests {

	private static final Pattern TOKEN = Pattern.compile("XSRF-TOKEN=([^;]+)");

	private static final String UNRESTRICTED = "management.endpoint.timers.access=unrestricted";

	private final Shop shop = new Shop();

	@AfterEach
	void close() {
		this.shop.close();
	}

	@Test
	void whoHasSignedInReadsAndNobodyElse() {
		this.shop.leak("POST /orders", 2);
		try (TimersServer server = serve("/actuator/timers", Guarded.BySession.class)) {
			assertReadable(server);
		}
	}

	@Test
	void whoHasSignedInReadsUnderAContextPathAManagementPortAndAnotherBasePath() {
		this.shop.leak("POST /orders", 2);
		try (TimersServer server = serve("/app/ops/clocks", Guarded.BySession.class, "server.servlet.context-path=/app",
				"management.endpoints.web.base-path=/ops", "management.endpoints.web.path-mapping.timers=clocks")) {
			assertReadable(server);
		}
		try (TimersServer server = serve("/manage/actuator/timers", Guarded.BySession.class, "management.server.port=0",
				"management.server.base-path=/manage")) {
			assertReadable(server);
		}
	}

	private static void assertReadable(TimersServer server) {
		for (String format : new String[] { "json", "text", "html", "pprof", "stacks" }) {
			assertThat(send(server, "GET", "?format=" + format, "bob").statusCode()).as(format).isEqualTo(200);
		}
		assertThat(new String(send(server, "GET", "", "bob").body(), StandardCharsets.UTF_8))
			.contains("\"status\":\"leaking\"");
		assertThat(send(server, "GET", "/1", "bob").statusCode()).isEqualTo(200);
		HttpResponse<byte[]> stranger = server.send("GET", "",
				Map.of("Accept", "application/json", "X-Requested-With", "XMLHttpRequest"));
		assertThat(stranger.statusCode()).isEqualTo(401);
		assertThat(stranger.headers().firstValue("WWW-Authenticate")).isEmpty();
		assertThat(server.send("GET", "", Map.of("Accept", "text/html")).statusCode()).isEqualTo(302);
	}

	@Test
	void aCancelNeedsTheTokenWhereSecurityDemandsOne() {
		this.shop.leak("POST /orders", 2);
		try (TimersServer server = serve("/actuator/timers", Guarded.ByCookie.class)) {
			assertThat(send(server, "DELETE", "/1", "ada").statusCode()).isEqualTo(403);
			assertThat(cancel(server, "ada", token(server), "guessed")).isEqualTo(403);
			String token = token(server);
			assertThat(cancel(server, "bob", token, token)).isEqualTo(403);
			assertThat(this.shop.ledger.read().totals().live()).isEqualTo(2);
			assertThat(cancel(server, "ada", token, token)).isEqualTo(204);
			assertThat(this.shop.ledger.read().totals().live()).isOne();
		}
	}

	private static int cancel(TimersServer server, String name, String cookie, String header) {
		return server
			.send("DELETE", "/1", Map.of("Accept", "application/json", "Authorization", basic(name), "Cookie",
					"XSRF-TOKEN=" + cookie, "X-XSRF-TOKEN", header))
			.statusCode();
	}

	private static String token(TimersServer server) {
		String cookies = String.join("\n", send(server, "GET", "", "ada").headers().allValues("Set-Cookie"));
		Matcher token = TOKEN.matcher(cookies);
		assertThat(token.find()).as(cookies).isTrue();
		return token.group(1);
	}

	private static HttpResponse<byte[]> send(TimersServer server, String method, String tail, String name) {
		return server.send(method, tail, Map.of("Accept", "*/*", "Authorization", basic(name)));
	}

	private static String basic(String name) {
		return "Basic " + Base64.getEncoder().encodeToString((name + ":secret").getBytes(StandardCharsets.UTF_8));
	}

	private TimersServer serve(String path, Class<?> security, String... properties) {
		String[] all = Stream.concat(Stream.of(UNRESTRICTED), Arrays.stream(properties)).toArray(String[]::new);
		return TimersServer.secured(path, TimersServer.Kind.TOMCAT, this.shop.ledger, security, all);
	}

}
