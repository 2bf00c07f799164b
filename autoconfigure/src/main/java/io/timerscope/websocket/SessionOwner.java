package io.timerscope.websocket;

import java.net.URI;
import java.util.regex.Pattern;

import io.timerscope.OwnerKind;
import io.timerscope.ledger.OwnerOnDemand;
import io.timerscope.ledger.TaskLedger;
import org.jspecify.annotations.Nullable;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.sockjs.transport.SockJsSession;

/**
 * One WebSocket session, known by the path of its endpoint as it came: decoded it could
 * hold whatever a client wants to see in a log.
 */
final class SessionOwner extends OwnerOnDemand {

	static final String ATTRIBUTE = SessionOwner.class.getName();

	/** Server, session and transport, which SockJS adds to the endpoint's path. */
	private static final Pattern SOCK_JS = Pattern.compile("/[^/]+/[^/]+/(websocket|xhr_streaming|xhr|eventsource)$");

	private final String path;

	SessionOwner(TaskLedger ledger, WebSocketSession session) {
		this(ledger, session.getUri(), session instanceof SockJsSession);
	}

	SessionOwner(TaskLedger ledger, @Nullable URI uri, boolean sockJs) {
		super(ledger, OwnerKind.SESSION);
		String path = (uri != null) ? uri.getRawPath() : "unknown endpoint";
		this.path = sockJs ? SOCK_JS.matcher(path).replaceFirst("") : path;
	}

	@Override
	protected String name() {
		return this.path;
	}

}
