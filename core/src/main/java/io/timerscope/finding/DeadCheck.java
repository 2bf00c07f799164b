package io.timerscope.finding;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.timerscope.LedgerListener;
import io.timerscope.TaskSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * Sees periodic tasks that an exception ended. Hears of each death on the thread where it
 * happens, and judges on the clock's.
 */
final class DeadCheck implements Check, LedgerListener {

	/** Lines that are remembered; of more, those are forgotten whose task died first. */
	private static final int PLACES = 1_000;

	private final Queue<Death> news = new ConcurrentLinkedQueue<>();

	/** Guarded by this. */
	private final Map<Place, Deaths> places = new LinkedHashMap<>();

	@Override
	public void died(TaskSnapshot task, @Nullable String error) {
		Instant at = (task.endedAt() != null) ? task.endedAt() : task.createdAt();
		TaskSnapshot.RunSnapshot last = task.lastRun();
		boolean trigger = last == null || last.error() == null;
		Instant run = (last == null || trigger) ? at : last.startedAt();
		this.news.add(new Death(new Place(task.site(), task.scheduler()), at, run, Thread.currentThread().getName(),
				task.runs(), error, trigger));
	}

	@Override
	public FindingKind kind() {
		return FindingKind.DEAD;
	}

	@Override
	public synchronized List<Observation> look(Scene scene) {
		for (Death death = this.news.poll(); death != null; death = this.news.poll()) {
			Deaths before = this.places.get(death.place());
			if (before == null && this.places.size() == PLACES) {
				this.places.remove(this.places.keySet().iterator().next());
			}
			this.places.put(death.place(), (before == null) ? new Deaths(1, death.at(), death) : before.and(death));
		}
		this.places.values().removeIf((deaths) -> isOver(deaths.last(), scene));
		return observations();
	}

	/**
	 * Somebody has seen that tasks died, and wants to hear no more of it.
	 * @return what is left
	 */
	synchronized List<Observation> acknowledge(String subject, @Nullable String scheduler) {
		this.places.keySet()
			.removeIf((place) -> place.site().toString().equals(subject) && place.scheduler().equals(scheduler));
		return observations();
	}

	private List<Observation> observations() {
		return this.places.values().stream().map(DeadCheck::observation).toList();
	}

	private static boolean isOver(Death death, Scene scene) {
		return scene.ledger().read().hasSuccessor(death.place().site(), death.at(), death.run(), death.thread());
	}

	private static Observation observation(Deaths deaths) {
		Death last = deaths.last();
		String who = (deaths.count() == 1) ? "a periodic task was ended"
				: Words.count(deaths.count(), "periodic task") + " were ended, the last one";
		String cause = last.trigger() ? " by its trigger" : " by an exception";
		String error = (last.error() == null) ? "" : " (" + last.error() + ")";
		return new Observation(FindingKind.DEAD, last.place().site(), last.place().scheduler(), deaths.count(),
				deaths.since(),
				who + cause + error + " at " + last.at().truncatedTo(ChronoUnit.MILLIS) + " after "
						+ Words.count(last.runs(), "run") + "; nobody cancelled it and it will not run again",
				last.trigger()
						? "Let the trigger catch its exceptions and return the time of the next run, then schedule the task again"
						: "Catch exceptions inside the task, where a plain executor would drop them, and schedule it again")
			.quoting(last.error());
	}

	/**
	 * A task has died.
	 *
	 * @param run when its last run began, which may have scheduled a successor
	 * @param thread the thread of that run, as far as it tells of the death itself
	 */
	private record Death(Place place, Instant at, Instant run, String thread, long runs, @Nullable String error,
			boolean trigger) {
	}

	private record Deaths(long count, Instant since, Death last) {

		Deaths and(Death death) {
			return new Deaths(this.count + 1, this.since, death);
		}

	}

}
