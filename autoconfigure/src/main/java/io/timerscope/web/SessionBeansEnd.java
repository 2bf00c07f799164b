package io.timerscope.web;

import java.util.Collections;
import java.util.function.BiConsumer;

import io.timerscope.ledger.TaskLedger;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;

/**
 * Hears of the end of HTTP sessions, whose beans end with them. A bean of this type is
 * told by the servlet container and by Spring Session.
 *
 * @since 0.1.0
 */
public final class SessionBeansEnd implements HttpSessionListener {

	private final TaskLedger ledger;

	private final BiConsumer<Object, String> ended;

	/**
	 * Prepares to hear of the end of sessions.
	 * @param ledger counts what goes wrong here
	 * @param ended is given each attribute of a session that ends, and its name
	 */
	public SessionBeansEnd(TaskLedger ledger, BiConsumer<Object, String> ended) {
		this.ledger = ledger;
		this.ended = ended;
	}

	@Override
	public void sessionDestroyed(HttpSessionEvent event) {
		this.ledger.guarded("end the beans of a session", () -> ended(event.getSession()));
	}

	private void ended(HttpSession session) {
		for (String name : Collections.list(session.getAttributeNames())) {
			Object value = session.getAttribute(name);
			if (value != null) {
				this.ended.accept(value, name);
			}
		}
	}

}
