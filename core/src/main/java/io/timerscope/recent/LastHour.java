package io.timerscope.recent;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;

import io.timerscope.LeakReason;
import io.timerscope.LedgerListener;
import io.timerscope.PlainText;
import io.timerscope.TaskSnapshot;
import io.timerscope.TickListener;
import io.timerscope.Totals;
import io.timerscope.finding.Finding;
import io.timerscope.finding.FindingListener;
import io.timerscope.finding.Severity;
import io.timerscope.ledger.TaskLedger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what changed in the last hour, so that a page which is opened later can still
 * show it: a sample for every ten seconds and the last events, some 130 KB at most. It
 * also counts what operators did. Used by any thread.
 *
 * @since 0.1.0
 */
public final class LastHour implements TickListener, FindingListener, LedgerListener {

	private static final Duration HOUR = Duration.ofHours(1);

	/** One sample in so many seconds. */
	private static final long SLOT = 10;

	/** Samples of an hour, and one more to compare with. */
	private static final int SAMPLES = (int) (HOUR.toSeconds() / SLOT) + 1;

	private static final int EVENTS = 200;

	private final TaskLedger ledger;

	private final Map<OperatorAction, LongAdder> actions = new EnumMap<>(OperatorAction.class);

	private final LongAdder died = new LongAdder();

	/** Guarded by this, as the next four. */
	private final Deque<HourSample> samples = new ArrayDeque<>();

	private final Deque<HourEvent> events = new ArrayDeque<>();

	private final HourSample start;

	private long raised;

	private long resolved;

	private @Nullable Instant lastForgotten;

	private long forgotten;

	/**
	 * Begins with nothing.
	 * @param ledger whose past is kept
	 */
	public LastHour(TaskLedger ledger) {
		this.ledger = ledger;
		for (OperatorAction action : OperatorAction.values()) {
			this.actions.put(action, new LongAdder());
		}
		this.start = HourSample.of(ledger.now(), Totals.ZERO, HourCounts.NONE);
	}

	@Override
	public void tick() {
		Totals totals = this.ledger.read().totals();
		synchronized (this) {
			HourSample sample = HourSample.of(this.ledger.now(), totals, total(totals));
			HourSample last = this.samples.peekLast();
			if (last != null && slot(last) == slot(sample)) {
				this.samples.removeLast();
				sample = last.orLater(sample);
			}
			this.samples.addLast(sample);
			while (this.samples.size() > SAMPLES) {
				this.samples.removeFirst();
			}
		}
	}

	private static long slot(HourSample sample) {
		return Math.floorDiv(sample.time().getEpochSecond(), SLOT);
	}

	private HourCounts total(Totals totals) {
		long leaked = 0;
		for (LeakReason reason : LeakReason.values()) {
			leaked += this.ledger.leaks(reason);
		}
		return new HourCounts(totals.scheduled(), leaked, totals.recovered(), this.died.sum(), this.raised,
				this.resolved);
	}

	@Override
	public void died(TaskSnapshot task, @Nullable String error) {
		this.died.increment();
	}

	@Override
	public synchronized void raised(Finding finding) {
		if (finding.severity() != Severity.NOTICE) {
			this.raised++;
			note(event("raised", finding));
		}
	}

	@Override
	public synchronized void resolved(Finding finding) {
		if (finding.severity() != Severity.NOTICE) {
			this.resolved++;
			note(event("resolved", finding));
		}
	}

	private HourEvent event(String what, Finding finding) {
		return new HourEvent(this.ledger.now(), what, finding.kind().label(), finding.severity().label(),
				finding.subject(), finding.scheduler(), finding.count());
	}

	/**
	 * An operator did something.
	 * @param action what it was
	 * @param words the same in words, for example {@code cancelled task 17}
	 * @param count how many tasks, rules or findings were concerned
	 */
	public void acted(OperatorAction action, String words, long count) {
		counter(action).increment();
		synchronized (this) {
			note(new HourEvent(this.ledger.now(), "operator", action.label(), null, PlainText.of(words), null, count));
		}
	}

	/**
	 * How often operators did something since the start.
	 * @param action what
	 * @return zero or more
	 */
	public long actions(OperatorAction action) {
		return counter(action).sum();
	}

	private LongAdder counter(OperatorAction action) {
		return Objects.requireNonNull(this.actions.get(action));
	}

	private synchronized void note(HourEvent event) {
		if (this.events.size() == EVENTS) {
			this.lastForgotten = this.events.removeFirst().time();
			this.forgotten++;
		}
		this.events.addLast(event);
	}

	/**
	 * What changed.
	 * @return an immutable reading of this instant
	 */
	public HourReading read() {
		Totals totals = this.ledger.read().totals();
		synchronized (this) {
			Instant now = this.ledger.now();
			Instant begin = now.minus(HOUR);
			HourSample before = null;
			List<HourSample> samples = new ArrayList<>();
			for (HourSample sample : this.samples) {
				if (sample.time().isAfter(begin)) {
					samples.add(sample);
				}
				else {
					before = sample;
				}
			}
			if (before == null) {
				before = (this.start.time().isBefore(begin) && !samples.isEmpty()) ? samples.get(0) : this.start;
			}
			return new HourReading(before.time(), total(totals).minus(before.total()), samples, events(begin),
					(this.lastForgotten != null && this.lastForgotten.isAfter(begin)) ? this.forgotten : 0);
		}
	}

	private List<HourEvent> events(Instant begin) {
		List<HourEvent> newest = new ArrayList<>();
		this.events.descendingIterator().forEachRemaining((event) -> {
			if (event.time().isAfter(begin)) {
				newest.add(event);
			}
		});
		return newest;
	}

}
