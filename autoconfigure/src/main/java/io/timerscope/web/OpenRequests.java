package io.timerscope.web;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.timerscope.TickListener;
import io.timerscope.ledger.TaskLedger;

/**
 * The requests that go on without a thread: asynchronous ones, and those that an error
 * page may follow. Each is removed at its end; at every tick of the clock the container
 * is asked for those whose end it did not tell, as Tomcat does where a connection breaks
 * while the first dispatch returns.
 *
 * @since 0.1.0
 */
public final class OpenRequests implements TickListener {

	private final TaskLedger ledger;

	private final Set<RequestOwner> open = ConcurrentHashMap.newKeySet();

	/**
	 * Starts without any request.
	 * @param ledger where their tasks are noted
	 */
	public OpenRequests(TaskLedger ledger) {
		this.ledger = ledger;
	}

	TaskLedger ledger() {
		return this.ledger;
	}

	void add(RequestOwner request) {
		this.open.add(request);
	}

	void remove(RequestOwner request) {
		this.open.remove(request);
	}

	int size() {
		return this.open.size();
	}

	@Override
	public void tick() {
		this.open.forEach((request) -> this.ledger.guarded("ask for the end of a request", request::ask));
	}

}
