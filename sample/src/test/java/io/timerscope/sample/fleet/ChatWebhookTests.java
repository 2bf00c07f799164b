package io.timerscope.sample.fleet;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The shop, telling a chat.
 */
class ChatWebhookTests {

	private final List<String> messages = new CopyOnWriteArrayList<>();

	private HttpServer chat;

	@BeforeEach
	void openChat() throws IOException {
		this.chat = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.chat.createContext("/", (exchange) -> {
			this.messages.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
			exchange.sendResponseHeaders(204, -1);
			exchange.close();
		});
		this.chat.start();
	}

	@AfterEach
	void closeChat() {
		this.chat.stop(0);
	}

	@Test
	void theChatIsToldOfALeakAndOfItsEnd() throws Exception {
		String url = "http://127.0.0.1:" + this.chat.getAddress().getPort();
		try (RunningShop shop = new RunningShop("--shop.chat-webhook=" + url)) {
			shop.leak();
			await().atMost(Duration.ofMinutes(1)).until(() -> this.messages.size() == 1);
			assertThat(this.messages.get(0)).contains("RAISED outlived-request at", "LeakingOrderController.place");
			shop.cancelLeaks();
			await().atMost(Duration.ofMinutes(1)).until(() -> this.messages.size() == 2);
			assertThat(this.messages.get(1)).contains("RESOLVED outlived-request at", "LeakingOrderController.place");
		}
	}

	@Test
	void theDocumentationShowsThisListener() throws IOException {
		String listener = Files
			.readString(Path.of("src", "main", "java", "io", "timerscope", "sample", "report", "ChatWebhook.java"));
		assertThat(Files.readString(Path.of("..", "docs", "operating.md")))
			.contains("```java\n" + listener.substring(listener.indexOf("@Component")) + "```");
	}

}
