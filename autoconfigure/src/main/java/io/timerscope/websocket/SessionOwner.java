package io.timerscope.websocket;

import java.net.URI;
import java.util.regex.Pattern;

import io.timerscope.OwnerKind;
import io.timerscope.OwnerOnDemand;
import io.timerscope.TaskLedger;
import org.jspecify.annotations.Nullable;

/**
 * One WebSocket session, known by the path of its endpoint as it came: decoded it could
 * hold whatever a client wants to see in a log.
 */
final class SessionOwner extends OwnerOnDemand {

	static final String ATTRIBUTE = SessionOwner.class.getName();

	/** Server, session and transport, which SockJS adds to the endpoint's path. */
	private static final Pattern SOCK_JS = Pattern.compile("/[^/]+/[^/]+/(websocket|xhr_streaming|xhr|eventsource)$");

	private final String path;

	SessionOwner(TaskLedger ledger, @Nullable URI uri) {
		super(ledger, OwnerKind.SESSION);
		this.path = (uri != null) ? uri.getRawPath() : "unknown endpoint";
	}

	@Override
	protected String name() {
		return SOCK_JS.matcher(this.path).replaceFirst("");
	}

}
