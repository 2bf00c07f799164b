package io.timerscope.actuate;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A real browser without a screen, driven over the W3C WebDriver protocol. Reaches
 * nothing but this machine.
 */
final class Browser implements AutoCloseable {

	private static final String ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

	private final HttpClient http = HttpClient.newHttpClient();

	private final Process driver;

	private final String url;

	private final String session;

	private Browser(Path profile) throws IOException {
		Path chromium = ExternalTool.CHROMIUM.required();
		Path chromedriver = ExternalTool.CHROMEDRIVER.required();
		int port = freePort();
		this.url = "http://localhost:" + port;
		this.driver = new ProcessBuilder(chromedriver.toString(), "--port=" + port).redirectErrorStream(true)
			.redirectOutput(profile.resolve("chromedriver.log").toFile())
			.start();
		await().ignoreExceptions().until(() -> send("GET", "/status", null).path("ready").asBoolean());
		List<String> arguments = List.of("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
				"--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
				"--disable-default-apps", "--hide-scrollbars", "--lang=en-GB",
				"--user-data-dir=" + profile.resolve("profile"));
		Map<String, Object> capabilities = Map.of("browserName", "chrome", "goog:loggingPrefs",
				Map.of("browser", "ALL"), "goog:chromeOptions",
				Map.of("binary", chromium.toString(), "args", arguments));
		this.session = send("POST", "/session", Map.of("capabilities", Map.of("alwaysMatch", capabilities)))
			.path("sessionId")
			.asString();
	}

	static Browser start(Path profile) throws IOException {
		return new Browser(profile);
	}

	static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	void open(String address) {
		command("POST", "/url", Map.of("url", address));
	}

	void size(int width, int height) {
		devTools("Emulation.setDeviceMetricsOverride",
				Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
	}

	void colorScheme(String scheme) {
		devTools("Emulation.setEmulatedMedia",
				Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
	}

	/** Clicks, again if the page has drawn the element anew in between. */
	void click(String selector) {
		await().ignoreExceptionsMatching((ex) -> String.valueOf(ex.getMessage()).contains("stale element"))
			.until(() -> command("POST", "/element/" + element(selector) + "/click", Map.of()).isNull());
	}

	void type(String selector, String text) {
		command("POST", "/element/" + element(selector) + "/value", Map.of("text", text));
	}

	/** As when a session expires. */
	void forgetCookies() {
		command("DELETE", "/cookie", null);
	}

	/** Presses keys where the focus is. */
	void press(String... keys) {
		List<Map<String, String>> strokes = new ArrayList<>();
		for (String key : keys) {
			strokes.add(Map.of("type", "keyDown", "value", key));
			strokes.add(Map.of("type", "keyUp", "value", key));
		}
		command("POST", "/actions",
				Map.of("actions", List.of(Map.of("type", "key", "id", "keyboard", "actions", strokes))));
	}

	JsonNode script(String body) {
		return command("POST", "/execute/sync", Map.of("script", body, "args", List.of()));
	}

	/** What a reader sees of an element. */
	String text(String selector) {
		return script("return document.querySelector(`" + selector + "`)?.innerText ?? ''").asString();
	}

	void awaitText(String selector, String expected) {
		await().untilAsserted(() -> assertThat(text(selector)).contains(expected));
	}

	void awaitThat(String condition) {
		await().alias(condition).until(() -> script("return Boolean(" + condition + ")").asBoolean());
	}

	/** Errors that the browser noted since the last call. */
	List<String> errors() {
		List<String> errors = new ArrayList<>();
		command("POST", "/se/log", Map.of("type", "browser")).forEach((entry) -> {
			if (List.of("SEVERE", "WARNING").contains(entry.path("level").asString())) {
				errors.add(entry.path("message").asString());
			}
		});
		return errors;
	}

	void screenshot(Path file) throws IOException {
		Files.createDirectories(file.getParent());
		Files.write(file, Base64.getMimeDecoder().decode(command("GET", "/screenshot", null).asString()));
	}

	@Override
	public void close() {
		try {
			command("DELETE", "", null);
		}
		finally {
			this.driver.destroy();
		}
	}

	private void devTools(String command, Map<String, Object> parameters) {
		command("POST", "/goog/cdp/execute", Map.of("cmd", command, "params", parameters));
	}

	private String element(String selector) {
		return command("POST", "/element", Map.of("using", "css selector", "value", selector)).path(ELEMENT).asString();
	}

	private JsonNode command(String method, String path, Object body) {
		return send(method, "/session/" + this.session + path, body);
	}

	private JsonNode send(String method, String path, Object body) {
		HttpRequest.BodyPublisher content = (body == null) ? HttpRequest.BodyPublishers.noBody()
				: HttpRequest.BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body));
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.url + path)).method(method, content).build();
		try {
			HttpResponse<String> response = this.http.send(request, HttpResponse.BodyHandlers.ofString());
			JsonNode value = JsonMapper.shared().readTree(response.body()).path("value");
			if (response.statusCode() != 200) {
				throw new IllegalStateException(path + ": " + value.path("message").asString());
			}
			return value;
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
