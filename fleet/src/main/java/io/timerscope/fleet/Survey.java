package io.timerscope.fleet;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Asks all instances, so many at once. Who did not answer is asked again after all have
 * been asked, so that a few that are down hold up nobody else.
 */
final class Survey {

	private final Instances instances;

	private final int atOnce;

	private final int retries;

	private final Duration pause;

	/**
	 * Plans a survey.
	 * @param instances asks one of them
	 * @param atOnce how many are asked at the same time
	 * @param retries how often one is asked again
	 * @param pause before they are asked for the second time; doubles each time
	 */
	Survey(Instances instances, int atOnce, int retries, Duration pause) {
		this.instances = instances;
		this.atOnce = atOnce;
		this.retries = retries;
		this.pause = pause;
	}

	/**
	 * Asks.
	 * @param targets whom
	 * @param sink gets one outcome of each; called by many threads
	 */
	void ask(Collection<Target> targets, Consumer<Outcome> sink) throws InterruptedException {
		Collection<Target> open = targets;
		for (int round = 0; round <= this.retries && !open.isEmpty(); round++) {
			if (round > 0) {
				TimeUnit.NANOSECONDS.sleep(this.pause.toNanos() << (round - 1));
			}
			open = round(open, round == this.retries, sink);
		}
	}

	/** Returns who is to be asked again. */
	private Collection<Target> round(Collection<Target> targets, boolean last, Consumer<Outcome> sink)
			throws InterruptedException {
		Queue<Target> waiting = new ConcurrentLinkedQueue<>(targets);
		Queue<Target> again = new ConcurrentLinkedQueue<>();
		int threads = Math.min(this.atOnce, targets.size());
		ExecutorService pool = Executors.newFixedThreadPool(threads);
		try {
			List<Callable<Void>> work = Collections.nCopies(threads, () -> {
				work(waiting, again, last, sink);
				return null;
			});
			for (Future<Void> done : pool.invokeAll(work)) {
				done.get();
			}
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("the instances could not be asked", ex.getCause());
		}
		finally {
			pool.shutdownNow();
		}
		return again;
	}

	private void work(Queue<Target> waiting, Queue<Target> again, boolean last, Consumer<Outcome> sink)
			throws InterruptedException {
		for (Target target = waiting.poll(); target != null; target = waiting.poll()) {
			Outcome outcome = this.instances.ask(target);
			if (!last && outcome instanceof Outcome.Silent silent && silent.why().isWorthAnotherTry()) {
				again.add(target);
			}
			else {
				sink.accept(outcome);
			}
		}
	}

}
