package io.timerscope.record;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import io.timerscope.LedgerListener;

/** Notifies listeners. What one throws is counted and keeps no other from hearing. */
public final class Listeners {

	private final List<LedgerListener> listeners = new CopyOnWriteArrayList<>();

	private final TrackingErrors errors;

	public Listeners(TrackingErrors errors) {
		this.errors = errors;
	}

	public void add(LedgerListener listener) {
		this.listeners.add(listener);
	}

	public void remove(LedgerListener listener) {
		this.listeners.remove(listener);
	}

	public void clear() {
		this.listeners.clear();
	}

	public boolean isEmpty() {
		return this.listeners.isEmpty();
	}

	public void tell(Consumer<LedgerListener> news) {
		for (LedgerListener listener : this.listeners) {
			try {
				news.accept(listener);
			}
			catch (Throwable ex) {
				this.errors.caught("tell a listener", ex);
			}
		}
	}

}
