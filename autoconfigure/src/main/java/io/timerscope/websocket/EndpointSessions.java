package io.timerscope.websocket;

import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;

import io.timerscope.Owner;
import io.timerscope.OwnerSource;
import io.timerscope.TickListener;
import io.timerscope.ledger.TaskLedger;
import io.timerscope.scope.SessionLookup;
import jakarta.websocket.Session;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of Jakarta WebSocket endpoints as owners of tasks. A session ends after
 * its endpoint has heard of the close; the clock asks for the end of those whose endpoint
 * does not want to hear of it.
 *
 * @since 0.1.0
 */
public final class EndpointSessions implements SessionLookup, TickListener {

	private final TaskLedger ledger;

	private final Map<EndpointOwner, Session> open = new ConcurrentHashMap<>();

	private final Map<Session, EndpointOwner> known = Collections.synchronizedMap(new WeakHashMap<>());

	/**
	 * Starts without any session.
	 * @param ledger where their tasks are noted
	 */
	public EndpointSessions(TaskLedger ledger) {
		this.ledger = ledger;
	}

	/**
	 * The owner behind a session.
	 * @param session a {@link Session} of an endpoint, also a closed one
	 * @return the owner, or {@code null} if the session is not followed
	 */
	@Override
	public @Nullable Owner find(Object session) {
		EndpointOwner owner = (session instanceof Session) ? this.known.get(session) : null;
		return (owner != null) ? owner.owner() : null;
	}

	@Override
	public void tick() {
		this.open.forEach((owner, session) -> this.ledger.guarded("ask for the end of a session", () -> {
			if (!session.isOpen() && owner.isMissed()) {
				end(owner);
			}
		}));
	}

	TaskLedger ledger() {
		return this.ledger;
	}

	EndpointOwner owner(String path, boolean hearsOfItsEnd) {
		return new EndpointOwner(this.ledger, path, hearsOfItsEnd);
	}

	/** An endpoint is told of its session. */
	void seen(EndpointOwner owner, Session session) {
		this.ledger.guarded("open a session", () -> {
			if (!owner.isEnded() && this.open.putIfAbsent(owner, session) == null) {
				this.known.put(session, owner);
				owner.learnPath(session);
			}
		});
	}

	void closed(EndpointOwner owner) {
		this.ledger.guarded("close a session", () -> end(owner));
	}

	private void end(EndpointOwner owner) {
		owner.end();
		this.open.remove(owner);
	}

	void onBehalf(EndpointOwner owner, Runnable callback) {
		OwnerSource before = this.ledger.context().swap(owner);
		try {
			callback.run();
		}
		finally {
			this.ledger.context().swap(before);
		}
	}

}
