package io.timerscope.sample.soak;

import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/** Guests of the rooms, careful and leaking. Used by one thread. */
final class RoomGuests {

	private static final int PATIENCE = 30;

	private final Http shop;

	private int leaks;

	RoomGuests(Http shop) {
		this.shop = shop;
	}

	/** How many tasks they have left behind. */
	int leaks() {
		return this.leaks;
	}

	/** Each second guest is cut off. */
	void chat(int second) throws Exception {
		chat("/careful/room", second % 2 == 0);
		if (second % 2 == 0) {
			chat("/leaking/room", second % 4 == 0);
			this.leaks++;
		}
	}

	private void chat(String path, boolean politely) throws Exception {
		CompletableFuture<String> greeting = new CompletableFuture<>();
		WebSocket room = this.shop.client()
			.newWebSocketBuilder()
			.buildAsync(this.shop.uri("ws", path), new Ear(greeting))
			.get(PATIENCE, TimeUnit.SECONDS);
		greeting.get(PATIENCE, TimeUnit.SECONDS);
		if (politely) {
			room.sendClose(WebSocket.NORMAL_CLOSURE, "").get(PATIENCE, TimeUnit.SECONDS);
		}
		room.abort();
	}

	private record Ear(CompletableFuture<String> greeting) implements WebSocket.Listener {

		@Override
		public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
			this.greeting.complete(data.toString());
			webSocket.request(1);
			return null;
		}

	}

}
