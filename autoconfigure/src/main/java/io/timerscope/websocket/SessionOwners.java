package io.timerscope.websocket;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.timerscope.Owner;
import io.timerscope.OwnerContext;
import io.timerscope.ledger.TaskLedger;
import io.timerscope.scope.SessionLookup;
import org.jspecify.annotations.Nullable;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.WebSocketHandlerDecoratorFactory;

/**
 * WebSocket sessions as owners of tasks. STOMP endpoints are followed without further
 * ado, and so are handlers that a {@code WebSocketConfigurer} registers. A handler that
 * reaches Spring in another way is followed once it is decorated:
 * <pre>{@code registry.addHandler(sessionOwners.decorate(new EchoHandler()), "/echo")}</pre>
 *
 * @since 0.1.0
 */
public final class SessionOwners implements WebSocketHandlerDecoratorFactory, SessionLookup {

	private final TaskLedger ledger;

	private final boolean following;

	private final Map<String, SessionOwner> open = new ConcurrentHashMap<>();

	/**
	 * Follows sessions.
	 * @param ledger where their tasks are noted
	 */
	public SessionOwners(TaskLedger ledger) {
		this(ledger, true);
	}

	private SessionOwners(TaskLedger ledger, boolean following) {
		this.ledger = ledger;
		this.following = following;
	}

	/**
	 * Follows no session and leaves each handler as it is, for an application in which
	 * sessions are not to be followed.
	 * @param ledger where nothing is noted
	 * @return the owners of no session
	 */
	public static SessionOwners none(TaskLedger ledger) {
		return new SessionOwners(ledger, false);
	}

	@Override
	public WebSocketHandler decorate(WebSocketHandler handler) {
		return this.following ? new OwnedSessions(handler, this) : handler;
	}

	/**
	 * The owner behind a session.
	 * @param session a {@link WebSocketSession}, also a closed one, or the id of an open
	 * session
	 * @return the owner, or {@code null} if the session is not followed
	 */
	@Override
	public @Nullable Owner find(Object session) {
		SessionOwner owner = null;
		if (session instanceof WebSocketSession webSocket) {
			owner = of(webSocket);
		}
		else if (session instanceof String id) {
			owner = of(id);
		}
		return (owner != null) ? owner.owner() : null;
	}

	OwnerContext context() {
		return this.ledger.context();
	}

	@Nullable SessionOwner of(String sessionId) {
		return this.open.get(sessionId);
	}

	@Nullable SessionOwner of(WebSocketSession session) {
		return (SessionOwner) session.getAttributes().get(SessionOwner.ATTRIBUTE);
	}

	void opened(WebSocketSession session) {
		this.ledger.guarded("open a session", () -> {
			SessionOwner owner = new SessionOwner(this.ledger, session);
			session.getAttributes().put(SessionOwner.ATTRIBUTE, owner);
			this.open.put(session.getId(), owner);
		});
	}

	void closed(WebSocketSession session) {
		this.ledger.guarded("close a session", () -> {
			SessionOwner owner = this.open.remove(session.getId());
			if (owner != null) {
				owner.end();
			}
		});
	}

}
