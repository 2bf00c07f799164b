package io.timerscope.websocket;

import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What a server says. */
final class Conversation implements WebSocket.Listener {

	private static final int PATIENCE = 30;

	private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

	private final CompletableFuture<Integer> closed = new CompletableFuture<>();

	@Override
	public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
		this.heard.add(text.toString());
		socket.request(1);
		return null;
	}

	@Override
	public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
		this.closed.complete(status);
		return null;
	}

	@Override
	public void onError(WebSocket socket, Throwable failure) {
		this.closed.completeExceptionally(failure);
	}

	String next() throws InterruptedException {
		return this.heard.poll(PATIENCE, TimeUnit.SECONDS);
	}

	int status() {
		return this.closed.orTimeout(PATIENCE, TimeUnit.SECONDS).join();
	}

}
