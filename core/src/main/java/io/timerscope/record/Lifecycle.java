package io.timerscope.record;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

import io.timerscope.LeakReason;
import io.timerscope.Schedule;
import io.timerscope.TaskState;
import org.jspecify.annotations.Nullable;

/**
 * The state of one task. Its acceptance by the scheduler, its end, a leak and its
 * outliving are a compare-and-set that exactly one thread wins; the winner does the
 * counting. Several sides may try to end one task: the run that returns, the cancel of
 * that very run, the owner's end, the clock that finds the pool gone. The pool's future
 * decides what a caller of cancel is told; this word decides what is counted.
 * <p>
 * The word holds the phase, whether the task outlived its owner, the reason of a leak,
 * whether a cancel is under way, what was known from the beginning, and the number of
 * timed runs under way, which can exceed one where runs overlap. A run that is not timed
 * is not in the word.
 */
public abstract sealed class Lifecycle permits TaskRecord {

	private static final VarHandle STATE;

	static {
		try {
			STATE = MethodHandles.lookup().findVarHandle(Lifecycle.class, "state", int.class);
		}
		catch (ReflectiveOperationException ex) {
			throw new ExceptionInInitializerError(ex);
		}
	}

	private static final int PHASE = 0x07;

	private static final int OPENING = 0;

	private static final int ACCEPTED = 1;

	private static final int FIRST_END = 2;

	private static final TaskState[] ENDS = { TaskState.COMPLETED, TaskState.FAILED, TaskState.CANCELLED,
			TaskState.REJECTED, TaskState.LOST };

	private static final int OUTLIVED = 1 << 3;

	private static final int LEAK_SHIFT = 4;

	private static final int LEAK = 0x07 << LEAK_SHIFT;

	private static final int CANCELLING = 1 << 7;

	/** A mark: the site was taken from the class of the task. */
	static final int INFERRED = 1 << 8;

	/** A mark: what was scheduled returns a value. */
	public static final int RETURNS_VALUE = 1 << 9;

	/** A mark: what a one-shot keeps is not its delay but when it was scheduled. */
	public static final int SCHEDULED_AT = 1 << 10;

	/** A mark: the one-shot itself is the callable that the pool is given. */
	public static final int POOL_CALLS_RECORD = 1 << 11;

	/** A mark: the task stays scheduled after a run. */
	static final int PERIODIC = 1 << 12;

	/** A mark: a trigger names the times of the runs. */
	public static final int TRIGGERED = 1 << 13;

	private static final int ONE_RUN = 1 << 14;

	@SuppressWarnings("unused") // through STATE
	private volatile int state;

	/**
	 * Begins.
	 * @param marks what is known from the beginning and never changes
	 */
	Lifecycle(int marks) {
		STATE.set(this, marks);
	}

	/** A copy of a task that has ended. */
	Lifecycle(Lifecycle ended) {
		STATE.set(this, ended.state);
	}

	/** The thread of a run that is not timed, which this word does not know of. */
	abstract @Nullable Thread runner();

	/** The marks of a schedule. */
	static int marksOf(Schedule schedule) {
		return (schedule.isPeriodic() ? PERIODIC : 0) | ((schedule instanceof Schedule.OnTrigger) ? TRIGGERED : 0);
	}

	/** A plain read that decides nothing, to have the record in the cache. */
	final int glance() {
		return (int) STATE.get(this);
	}

	/** Whether one of the marks was set at the beginning. */
	public final boolean isMarked(int mark) {
		return (this.state & mark) != 0;
	}

	public boolean isLive() {
		return phase(this.state) < FIRST_END;
	}

	/** Whether the scheduler has taken the task and it has not ended. */
	public boolean isAccepted() {
		return phase(this.state) == ACCEPTED;
	}

	/** Whether the task is live, and nobody is about to cancel it. */
	boolean isUndisturbed() {
		int state = this.state;
		return phase(state) < FIRST_END && (state & CANCELLING) == 0;
	}

	/** Whether the task has ended and left neither a value nor a failure. */
	final boolean endsWithoutValue() {
		int state = this.state;
		int end = phase(state) - FIRST_END;
		return end == indexOf(TaskState.CANCELLED)
				|| (end == indexOf(TaskState.COMPLETED) && (state & RETURNS_VALUE) == 0);
	}

	public boolean isRunning() {
		return this.state >= ONE_RUN || runner() != null;
	}

	boolean wasCancelled() {
		return state() == TaskState.CANCELLED;
	}

	public TaskState state() {
		int state = this.state;
		int phase = phase(state);
		if (phase < FIRST_END) {
			return (state >= ONE_RUN || runner() != null) ? TaskState.RUNNING : TaskState.WAITING;
		}
		return ENDS[phase - FIRST_END];
	}

	public @Nullable LeakReason leak() {
		return leak(this.state);
	}

	/** Whether the grace period was over while the task was live. */
	public final boolean isOutlived() {
		return (this.state & OUTLIVED) != 0;
	}

	/**
	 * The task counts as scheduled from now on; returns true for the first of run and
	 * hand-over.
	 */
	boolean tryAccept() {
		while (true) {
			int state = this.state;
			if (phase(state) != OPENING) {
				return false;
			}
			if (STATE.compareAndSet(this, state, state | ACCEPTED)) {
				return true;
			}
		}
	}

	/** A timed run starts. */
	Before timedRunStarts() {
		while (true) {
			int state = this.state;
			int next = ((phase(state) == OPENING) ? state + ACCEPTED : state) + ONE_RUN;
			if (STATE.compareAndSet(this, state, next)) {
				return before(state);
			}
		}
	}

	/**
	 * A timed run is over; returns whether it was the last one under way of a live task.
	 */
	boolean timedRunEnds() {
		int state = (int) STATE.getAndAdd(this, -ONE_RUN);
		return state < 2 * ONE_RUN && phase(state) < FIRST_END;
	}

	/** A cancel that interrupts begins; its outcome is not known yet. */
	void cancelStarts() {
		STATE.getAndBitwiseOr(this, CANCELLING);
	}

	void cancelFails() {
		STATE.getAndBitwiseAnd(this, ~CANCELLING);
	}

	boolean isCancelling() {
		return (this.state & CANCELLING) != 0 || wasCancelled();
	}

	/**
	 * Ends the task.
	 * @return what it was in that moment if this call ended it, or {@code null} if
	 * another did
	 */
	@Nullable Before end(TaskState end) {
		int code = FIRST_END + indexOf(end);
		while (true) {
			int state = this.state;
			if (phase(state) >= FIRST_END) {
				return null;
			}
			if (STATE.compareAndSet(this, state, (state & ~PHASE) | code)) {
				return before(state);
			}
		}
	}

	/**
	 * The scheduler refused the task. One that has started anyway ends by its run.
	 * @return whether this call ended the task
	 */
	boolean tryReject() {
		while (true) {
			int state = this.state;
			if (phase(state) != OPENING) {
				return false;
			}
			if (STATE.compareAndSet(this, state, state | (FIRST_END + indexOf(TaskState.REJECTED)))) {
				return true;
			}
		}
	}

	/** The grace period is over; returns whether this call was the first to say so. */
	public final boolean tryMarkOutlived() {
		while (true) {
			int state = this.state;
			if (phase(state) >= FIRST_END || (state & OUTLIVED) != 0) {
				return false;
			}
			if (STATE.compareAndSet(this, state, state | OUTLIVED)) {
				return true;
			}
		}
	}

	/** Takes a leak back; returns whether the live task was one. */
	final boolean tryClearLeak() {
		while (true) {
			int state = this.state;
			if (phase(state) >= FIRST_END || (state & LEAK) == 0) {
				return false;
			}
			if (STATE.compareAndSet(this, state, state & ~LEAK)) {
				return true;
			}
		}
	}

	/** Returns whether this call made a leak of the task. */
	boolean tryMarkLeaked(LeakReason reason) {
		while (true) {
			int state = this.state;
			if (phase(state) >= FIRST_END || (state & LEAK) != 0) {
				return false;
			}
			if (STATE.compareAndSet(this, state, state | (reason.code() << LEAK_SHIFT))) {
				return true;
			}
		}
	}

	private static Before before(int state) {
		int phase = phase(state);
		return new Before(phase == OPENING, phase < FIRST_END, state >= ONE_RUN, (state & OUTLIVED) != 0, leak(state));
	}

	private static int phase(int state) {
		return state & PHASE;
	}

	private static @Nullable LeakReason leak(int state) {
		return LeakReason.ofCode((state & LEAK) >> LEAK_SHIFT);
	}

	private static int indexOf(TaskState end) {
		return switch (end) {
			case COMPLETED -> 0;
			case FAILED -> 1;
			case CANCELLED -> 2;
			case REJECTED -> 3;
			case LOST -> 4;
			case WAITING, RUNNING -> throw new IllegalArgumentException(end + " is no end");
		};
	}

	/**
	 * The moment before a change.
	 *
	 * @param opening whether nobody had counted the task as scheduled
	 * @param live whether it had not ended
	 * @param running whether a timed run was under way
	 * @param outlived whether it had outlived its owner
	 * @param leak why it was a leak, or {@code null} if it was none
	 */
	record Before(boolean opening, boolean live, boolean running, boolean outlived, @Nullable LeakReason leak) {
	}

}
