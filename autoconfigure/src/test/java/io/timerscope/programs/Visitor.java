package io.timerscope.programs;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody who uses the programs, step by step: {@code GET /path}, {@code POST /path},
 * {@code SSE /path} (reads an event and hangs up), {@code WS /path text…} (connects,
 * sends and closes), {@code LOST /path text…} (the same, and the connection breaks),
 * {@code STOMP /path destination…}, {@code SOCKJS /path}. {@code {n}} is the number of
 * the use.
 */
final class Visitor {

	private final HttpClient http = HttpClient.newHttpClient();

	private final int port;

	Visitor(int port) {
		this.port = port;
	}

	void take(List<String> steps, int number) {
		for (String step : steps) {
			String[] words = step.replace("{n}", String.valueOf(number)).split(" ");
			List<String> rest = Arrays.asList(words).subList(2, words.length);
			switch (words[0]) {
				case "GET", "POST" -> assertThat(call(words[0], words[1]).statusCode()).as(step).isEqualTo(200);
				case "SSE" -> readAndHangUp(words[1]);
				case "WS" -> speak(words[1], rest, true);
				case "LOST" -> speak(words[1], rest, false);
				case "STOMP" -> stomp(words[1], rest);
				case "SOCKJS" ->
					assertThat(call("POST", words[1] + "/000/visitor" + number + "/xhr").body()).isEqualTo("o\n");
				default -> throw new IllegalArgumentException(step);
			}
		}
	}

	HttpResponse<String> call(String method, String path) {
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path))
			.method(method, HttpRequest.BodyPublishers.noBody())
			.build();
		return this.http.sendAsync(request, HttpResponse.BodyHandlers.ofString()).join();
	}

	private void readAndHangUp(String path) {
		try (Socket socket = new Socket("localhost", this.port)) {
			socket.getOutputStream()
				.write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
			InputStream answer = socket.getInputStream();
			StringBuilder read = new StringBuilder();
			while (read.indexOf("data:") < 0) {
				int next = answer.read();
				assertThat(next).as(path).isNotNegative();
				read.append((char) next);
			}
			socket.setSoLinger(true, 0);
		}
		catch (IOException ex) {
			throw new IllegalStateException(path, ex);
		}
	}

	private void speak(String path, List<String> texts, boolean politely) {
		Conversation conversation = new Conversation(0);
		WebSocket socket = connect(path, conversation);
		texts.forEach((text) -> socket.sendText(text, true).join());
		if (politely) {
			socket.sendClose(WebSocket.NORMAL_CLOSURE, "bye").join();
			conversation.closed();
		}
		else {
			socket.abort();
		}
	}

	private void stomp(String path, List<String> destinations) {
		Conversation conversation = new Conversation(destinations.size());
		WebSocket socket = connect(path, conversation);
		send(socket, "CONNECT\naccept-version:1.2\nhost:localhost\n\n");
		send(socket, "SUBSCRIBE\nid:1\ndestination:/topic/answers\n\n");
		destinations.forEach((it) -> send(socket, "SEND\ndestination:/app" + it + "\n\n"));
		conversation.answered();
		socket.sendClose(WebSocket.NORMAL_CLOSURE, "bye").join();
		conversation.closed();
	}

	private WebSocket connect(String path, Conversation conversation) {
		return this.http.newWebSocketBuilder()
			.buildAsync(URI.create("ws://localhost:" + this.port + path), conversation)
			.join();
	}

	private static void send(WebSocket socket, String frame) {
		socket.sendText(frame + "\0", true).join();
	}

	/** What the server says. */
	private static final class Conversation implements WebSocket.Listener {

		private final CountDownLatch answers;

		private final CompletableFuture<Void> closed = new CompletableFuture<>();

		private final StringBuilder heard = new StringBuilder();

		Conversation(int answers) {
			this.answers = new CountDownLatch(answers);
		}

		@Override
		public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
			this.heard.append(text);
			if (last) {
				if (this.heard.indexOf("MESSAGE") == 0) {
					this.answers.countDown();
				}
				this.heard.setLength(0);
			}
			socket.request(1);
			return null;
		}

		@Override
		public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
			this.closed.complete(null);
			return null;
		}

		@Override
		public void onError(WebSocket socket, Throwable error) {
			this.closed.complete(null);
		}

		void answered() {
			try {
				assertThat(this.answers.await(60, TimeUnit.SECONDS)).isTrue();
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		}

		void closed() {
			this.closed.orTimeout(60, TimeUnit.SECONDS).join();
		}

	}

}
