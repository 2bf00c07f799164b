package io.timerscope.programs;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.time.Duration;

import org.awaitility.Awaitility;

/** A garbage collection that is over: what it found is known to those who wait for it. */
final class Collection {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private Collection() {
	}

	/** The queues of the first are served before those of the second. */
	static void run() {
		once();
		once();
	}

	private static void once() {
		ReferenceQueue<Object> queue = new ReferenceQueue<>();
		Reference<Object> probe = new WeakReference<>(new Object(), queue);
		Awaitility.await().atMost(PATIENCE).until(() -> {
			System.gc();
			return queue.remove(1000) == probe;
		});
	}

}
