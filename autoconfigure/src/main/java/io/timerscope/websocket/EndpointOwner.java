package io.timerscope.websocket;

import java.net.URI;

import io.timerscope.OwnerKind;
import io.timerscope.ledger.OwnerOnDemand;
import io.timerscope.ledger.TaskLedger;
import jakarta.websocket.Session;

/**
 * One session of a Jakarta WebSocket endpoint, known by its path as it came, or by the
 * endpoint's where the endpoint has not been told of its session. It keeps nothing of the
 * session.
 */
final class EndpointOwner extends OwnerOnDemand {

	private final boolean hearsOfItsEnd;

	private volatile String path;

	private boolean asked;

	EndpointOwner(TaskLedger ledger, String path, boolean hearsOfItsEnd) {
		super(ledger, OwnerKind.SESSION);
		this.path = path;
		this.hearsOfItsEnd = hearsOfItsEnd;
	}

	void learnPath(Session session) {
		URI uri = session.getRequestURI();
		if (uri != null && uri.getRawPath() != null) {
			this.path = uri.getRawPath();
		}
	}

	/**
	 * Whether a closed session is over by the clock. One that hears of its end has until
	 * the next tick to say so itself.
	 */
	boolean isMissed() {
		boolean missed = this.asked || !this.hearsOfItsEnd;
		this.asked = true;
		return missed;
	}

	@Override
	protected String name() {
		return this.path;
	}

}
