package io.timerscope;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.ref.WeakReference;
import java.util.concurrent.Future;

import org.jspecify.annotations.Nullable;

/**
 * The record of one task, and the only class with a state. Every change of state is a
 * compare-and-set that exactly one thread wins; the winner does the counting. Several
 * sides may try to end one task: the run that returns, the cancel of that very run (which
 * succeeds although the run completes), the owner's end, the clock that finds the pool
 * gone.
 * <p>
 * The state word holds the phase, the reason of a leak, whether a cancel is under way,
 * and the number of runs under way, which can exceed one where runs overlap.
 * <p>
 * An ended record keeps words and numbers only: the task, its future and its payload are
 * let go.
 */
final class LiveTask {

	private static final VarHandle STATE;

	static {
		try {
			STATE = MethodHandles.lookup().findVarHandle(LiveTask.class, "state", int.class);
		}
		catch (ReflectiveOperationException ex) {
			throw new ExceptionInInitializerError(ex);
		}
	}

	private static final int PHASE = 0x0F;

	private static final int OPENING = 0;

	private static final int LIVE = 1;

	private static final int FIRST_END = 2;

	private static final TaskState[] ENDS = { TaskState.COMPLETED, TaskState.FAILED, TaskState.CANCELLED,
			TaskState.REJECTED, TaskState.LOST };

	private static final int LEAK_SHIFT = 4;

	private static final int LEAK = 0x07 << LEAK_SHIFT;

	private static final int CANCELLING = 1 << 7;

	private static final int ONE_RUN = 1 << 8;

	private final Line line;

	private final Owner owner;

	private final Schedule schedule;

	private final long createdNanos;

	private final String thread;

	@SuppressWarnings("unused") // through STATE
	private volatile int state;

	private LiveTasks.@Nullable Chunk chunk;

	private long id;

	private volatile @Nullable TrackedRun run;

	private volatile @Nullable Future<?> future;

	private volatile @Nullable RunLog log;

	private volatile @Nullable LeakedSince leakedSince;

	private volatile long endedNanos;

	/**
	 * While a periodic task lives, the future that its caller was given; once a task is
	 * cancelled and the queue does not remove it, the scheduler's future. One field for
	 * both, since every task pays for it.
	 */
	private volatile @Nullable WeakReference<Future<?>> reference;

	LiveTask(Line line, Owner owner, Schedule schedule, long createdNanos, String thread) {
		this.line = line;
		this.owner = owner;
		this.schedule = schedule;
		this.createdNanos = createdNanos;
		this.thread = thread;
	}

	void place(LiveTasks.Chunk chunk, long id) {
		this.chunk = chunk;
		this.id = id;
	}

	/** An ended task that somebody keeps must not keep the places of all later ones. */
	void leavePlace() {
		this.chunk = null;
	}

	LiveTasks.Chunk chunk() {
		LiveTasks.Chunk chunk = this.chunk;
		if (chunk == null) {
			throw new IllegalStateException("the task is in no ledger");
		}
		return chunk;
	}

	long id() {
		return this.id;
	}

	Line line() {
		return this.line;
	}

	Owner owner() {
		return this.owner;
	}

	Schedule schedule() {
		return this.schedule;
	}

	long createdNanos() {
		return this.createdNanos;
	}

	String thread() {
		return this.thread;
	}

	@Nullable Future<?> future() {
		return this.future;
	}

	@Nullable RunLog log() {
		return this.log;
	}

	@Nullable LeakedSince leakedSince() {
		return this.leakedSince;
	}

	long endedNanos() {
		return this.endedNanos;
	}

	void run(TrackedRun run) {
		this.run = run;
	}

	/** Lets go of the user's task, even while a queue still holds the shell. */
	void letGo() {
		TrackedRun run = this.run;
		this.run = null;
		if (run != null) {
			run.letGo();
		}
	}

	void letGoOfHandles() {
		this.run = null;
		this.future = null;
		WeakReference<Future<?>> reference = this.reference;
		if (reference instanceof HandleWatch.Handle) {
			HandleWatch.Handle.clear(reference);
			this.reference = null;
		}
	}

	/** Whether anybody still holds the future is watched from now on. */
	void watch(HandleWatch.Handle handle) {
		this.reference = handle;
		if (!isLive()) {
			letGoOfHandles();
		}
	}

	/** Whether the task was cancelled and the scheduler's queue has not let it go. */
	boolean isRetained() {
		WeakReference<Future<?>> reference = this.reference;
		Future<?> future = (reference == null || !isCancelled()) ? null : reference.get();
		return future != null && this.line.tracker.pool().holds(future);
	}

	void cancelled(Future<?> future) {
		HandleWatch.Handle.clear(this.reference);
		this.reference = new WeakReference<>(future);
	}

	boolean isLive() {
		return phase(this.state) < FIRST_END;
	}

	/** Whether the scheduler has taken the task and it has not ended. */
	boolean isAdmitted() {
		return phase(this.state) == LIVE;
	}

	boolean isRunning() {
		return this.state >= ONE_RUN;
	}

	boolean isCancelled() {
		return state() == TaskState.CANCELLED;
	}

	TaskState state() {
		int state = this.state;
		int phase = phase(state);
		if (phase < FIRST_END) {
			return (state >= ONE_RUN) ? TaskState.RUNNING : TaskState.WAITING;
		}
		return ENDS[phase - FIRST_END];
	}

	@Nullable LeakReason leak() {
		return leak(this.state);
	}

	/** The scheduler took the task; returns whether this thread is the first to know. */
	boolean admit(@Nullable Future<?> future) {
		this.future = future;
		boolean first = STATE.compareAndSet(this, OPENING, LIVE);
		if (!first && !isLive()) {
			this.future = null;
		}
		return first;
	}

	/** A run starts. */
	Before runStarts() {
		while (true) {
			int state = this.state;
			int next = ((phase(state) == OPENING) ? state + LIVE : state) + ONE_RUN;
			if (STATE.compareAndSet(this, state, next)) {
				return before(state);
			}
		}
	}

	/** A run is over; returns whether it was the last one under way of a live task. */
	boolean runEnds() {
		int state = (int) STATE.getAndAdd(this, -ONE_RUN);
		return state < 2 * ONE_RUN && phase(state) < FIRST_END;
	}

	RunLog openLog(long firstDueNanos) {
		RunLog log = this.log;
		if (log == null) {
			synchronized (this) {
				log = this.log;
				if (log == null) {
					log = new RunLog(firstDueNanos);
					this.log = log;
				}
			}
		}
		return log;
	}

	/** A cancel begins; its outcome is not known yet. */
	void cancelStarts() {
		STATE.getAndBitwiseOr(this, CANCELLING);
	}

	void cancelFails() {
		STATE.getAndBitwiseAnd(this, ~CANCELLING);
	}

	boolean isCancelling() {
		return (this.state & CANCELLING) != 0 || isCancelled();
	}

	/**
	 * Ends the task.
	 * @return what it was in that moment if this call ended it, or {@code null} if
	 * another did
	 */
	@Nullable Before end(TaskState end, long nowNanos) {
		int code = FIRST_END + indexOf(end);
		while (true) {
			int state = this.state;
			if (phase(state) >= FIRST_END) {
				return null;
			}
			if (STATE.compareAndSet(this, state, (state & ~PHASE) | code)) {
				this.endedNanos = nowNanos;
				return before(state);
			}
		}
	}

	/**
	 * The scheduler refused the task. One that has started anyway ends by its run.
	 * @return whether this call ended the task
	 */
	boolean refuse(long nowNanos) {
		while (true) {
			int state = this.state;
			if (phase(state) != OPENING) {
				return false;
			}
			if (STATE.compareAndSet(this, state, state | (FIRST_END + indexOf(TaskState.REJECTED)))) {
				this.endedNanos = nowNanos;
				return true;
			}
		}
	}

	/** Returns whether this call made a leak of the task. */
	boolean leaks(LeakReason reason, long sinceNanos) {
		while (true) {
			int state = this.state;
			if (phase(state) >= FIRST_END || (state & LEAK) != 0) {
				return false;
			}
			if (STATE.compareAndSet(this, state, state | (reason.code() << LEAK_SHIFT))) {
				this.leakedSince = new LeakedSince(reason, sinceNanos);
				return true;
			}
		}
	}

	/** Takes the leak back from a live task; returns whether there was one. */
	boolean leaksNoMore() {
		while (true) {
			int state = this.state;
			if (phase(state) >= FIRST_END || (state & LEAK) == 0) {
				return false;
			}
			if (STATE.compareAndSet(this, state, state & ~LEAK)) {
				this.leakedSince = null;
				return true;
			}
		}
	}

	private static Before before(int state) {
		int phase = phase(state);
		return new Before(phase == OPENING, phase < FIRST_END, state >= ONE_RUN, leak(state));
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
	 * @param running whether a run was under way
	 * @param leak why it was a leak, or {@code null} if it was none
	 */
	record Before(boolean opening, boolean live, boolean running, @Nullable LeakReason leak) {
	}

	/**
	 * A leak.
	 *
	 * @param reason why
	 * @param nanos since when
	 */
	record LeakedSince(LeakReason reason, long nanos) {
	}

}
