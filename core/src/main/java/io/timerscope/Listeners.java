package io.timerscope;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Passes news on, each listener on its own risk. */
final class Listeners {

	private final List<LedgerListener> listeners = new CopyOnWriteArrayList<>();

	private final TrackingErrors errors;

	Listeners(TrackingErrors errors) {
		this.errors = errors;
	}

	void add(LedgerListener listener) {
		this.listeners.add(listener);
	}

	void remove(LedgerListener listener) {
		this.listeners.remove(listener);
	}

	boolean isEmpty() {
		return this.listeners.isEmpty();
	}

	void tell(Consumer<LedgerListener> news) {
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
