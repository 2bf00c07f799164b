package io.timerscope.scope;

import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

import io.timerscope.TickListener;
import io.timerscope.ledger.TaskLedger;
import org.jspecify.annotations.Nullable;

/**
 * Ends scopes whose time is up. However many deadlines there are, one alarm is set, for
 * the earliest, on the scheduler of its scope; it is no task of the application and is in
 * no ledger. The application's clock catches up where that scheduler is busy or gone.
 *
 * @since 0.1.0
 */
public final class Deadlines implements TickListener, AutoCloseable {

	private final TaskLedger ledger;

	private final ConcurrentSkipListSet<Deadline> pending = new ConcurrentSkipListSet<>();

	private final AtomicLong numbers = new AtomicLong();

	private final AtomicReference<@Nullable Alarm> alarm = new AtomicReference<>();

	/**
	 * Starts without any deadline.
	 * @param ledger gives the time
	 */
	public Deadlines(TaskLedger ledger) {
		this.ledger = ledger;
	}

	void add(TaskScope scope, Duration duration, TaskScopes.Timetables timetables) {
		long at = this.ledger.time().nanos() + Deadline.nanos(duration);
		Deadline deadline = new Deadline(this, scope, timetables, at, this.numbers.incrementAndGet());
		this.pending.add(deadline);
		scope.ends(deadline);
		setAlarm();
	}

	void forget(Deadline deadline) {
		this.pending.remove(deadline);
	}

	long nanosUntil(Deadline deadline) {
		return deadline.atNanos() - this.ledger.time().nanos();
	}

	@Override
	public void tick() {
		Alarm missed = this.alarm.get();
		if (missed != null && missed.atNanos - this.ledger.time().nanos() <= 0
				&& this.alarm.compareAndSet(missed, null)) {
			missed.cancel();
		}
		endDue();
	}

	private void ring(Alarm alarm) {
		this.alarm.compareAndSet(alarm, null);
		endDue();
	}

	private void endDue() {
		Deadline first = first();
		while (first != null && first.isOver()) {
			this.pending.remove(first);
			this.ledger.guarded("end a scope at its deadline", first.scope()::close);
			first = first();
		}
		setAlarm();
	}

	private @Nullable Deadline first() {
		Iterator<Deadline> inOrder = this.pending.iterator();
		return inOrder.hasNext() ? inOrder.next() : null;
	}

	private void setAlarm() {
		Deadline first = first();
		if (first == null) {
			return;
		}
		Alarm next = new Alarm(first.atNanos());
		Alarm before;
		do {
			before = this.alarm.get();
			if (before != null && before.atNanos - next.atNanos <= 0) {
				return;
			}
		}
		while (!this.alarm.compareAndSet(before, next));
		if (before != null) {
			before.cancel();
		}
		try {
			Timetable timetable = first.timetables().timetable();
			Duration delay = Duration.ofNanos(Math.max(0, nanosUntil(first)));
			next.set(this.ledger.context().untracked(() -> timetable.after(delay, () -> ring(next))));
		}
		catch (RuntimeException ex) {
			// no scheduler takes it: the clock's tick is the alarm then
			this.alarm.compareAndSet(next, null);
		}
	}

	/** Forgets all deadlines; called before the application's schedulers shut down. */
	@Override
	public void close() {
		this.pending.clear();
		Alarm alarm = this.alarm.getAndSet(null);
		if (alarm != null) {
			alarm.cancel();
		}
	}

	/** The one entry in a scheduler's queue. */
	private static final class Alarm {

		private final long atNanos;

		private volatile @Nullable Future<?> future;

		private volatile boolean cancelled;

		Alarm(long atNanos) {
			this.atNanos = atNanos;
		}

		void set(Future<?> future) {
			this.future = future;
			if (this.cancelled) {
				future.cancel(false);
			}
		}

		void cancel() {
			this.cancelled = true;
			Future<?> future = this.future;
			if (future != null) {
				future.cancel(false);
			}
		}

	}

}
