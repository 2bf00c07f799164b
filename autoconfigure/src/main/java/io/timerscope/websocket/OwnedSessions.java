package io.timerscope.websocket;

import io.timerscope.OwnerSource;

import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.WebSocketHandlerDecorator;

/**
 * Makes each session the owner of what its handler schedules. The session ends after the
 * handler has heard of its close, where a careful one cancels what it began.
 */
final class OwnedSessions extends WebSocketHandlerDecorator {

	private final SessionOwners owners;

	OwnedSessions(WebSocketHandler delegate, SessionOwners owners) {
		super(delegate);
		this.owners = owners;
	}

	@Override
	public void afterConnectionEstablished(WebSocketSession session) throws Exception {
		this.owners.opened(session);
		onBehalf(session, () -> super.afterConnectionEstablished(session));
	}

	@Override
	public void handleMessage(WebSocketSession session, WebSocketMessage<?> message) throws Exception {
		onBehalf(session, () -> super.handleMessage(session, message));
	}

	@Override
	public void handleTransportError(WebSocketSession session, Throwable exception) throws Exception {
		onBehalf(session, () -> super.handleTransportError(session, exception));
	}

	@Override
	public void afterConnectionClosed(WebSocketSession session, CloseStatus status) throws Exception {
		try {
			onBehalf(session, () -> super.afterConnectionClosed(session, status));
		}
		finally {
			this.owners.closed(session);
		}
	}

	private void onBehalf(WebSocketSession session, Callback callback) throws Exception {
		OwnerSource before = this.owners.context().swap(this.owners.of(session));
		try {
			callback.call();
		}
		finally {
			this.owners.context().swap(before);
		}
	}

	/** What the handler does. */
	@FunctionalInterface
	private interface Callback {

		void call() throws Exception;

	}

}
