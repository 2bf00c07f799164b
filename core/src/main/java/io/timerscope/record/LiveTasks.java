package io.timerscope.record;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * Every live task, in the order of its id. Ids count up, and the id is the place: a list
 * of chunks is filled front to back and no place is used twice, so a page can go on
 * behind any id whatever happened in between, and nothing is sorted. A chunk leaves the
 * list when its last task has ended.
 * <p>
 * Adding and removing take no lock except once per chunk. Readers stop nobody, and take
 * none unless the chunk they are at leaves the list. A task that lives long keeps its
 * chunk, half a kilobyte.
 */
public final class LiveTasks {

	public static final int CHUNK = 128;

	/** Cache lines of sixteen places each. */
	private static final int LINES = CHUNK / 16;

	private final AtomicLong ids = new AtomicLong();

	private final Chunk head = new Chunk(-1);

	private volatile Chunk tail = this.head;

	/** Those in the list, by number. */
	private final Map<Long, Chunk> chunks = new ConcurrentHashMap<>();

	/** Written so that the compiler does not leave out the reading ahead. */
	@SuppressWarnings("unused")
	private int glances;

	/** Takes the next id, which is an index and one, and shows the task to readers. */
	void add(TaskRecord task) {
		long index = this.ids.getAndIncrement();
		Chunk chunk = this.tail;
		long number = index / CHUNK;
		if (chunk.number != number) {
			chunk = chunk(number);
		}
		task.place(chunk, index + 1);
		chunk.places.setRelease(place(index), task);
	}

	/** Called once per task, by whoever won its end; no place is used twice. */
	void remove(TaskRecord task) {
		Chunk chunk = task.chunk();
		if (chunk.gone.incrementAndGet() == CHUNK) {
			unlink(chunk);
		}
		chunk.places.setRelease(place(task.id() - 1), null);
		task.leavePlace();
	}

	/** The id that the next task will have, or a smaller one. */
	public long nextId() {
		return this.ids.get() + 1;
	}

	public @Nullable TaskRecord find(long id) {
		Chunk chunk = (id < 1) ? null : this.chunks.get((id - 1) / CHUNK);
		return (chunk == null) ? null : chunk.places.get(place(id - 1));
	}

	/** Visits live tasks with an id above the given one, oldest first, while wanted. */
	public void forEachAfter(long id, Predicate<TaskRecord> visitor) {
		long first = id / CHUNK;
		Chunk known = this.chunks.get(first);
		@Nullable TaskRecord[] met = new @Nullable TaskRecord[CHUNK];
		int glances = 0;
		for (Chunk chunk = (known != null) ? known : this.head.next; chunk != null; chunk = next(chunk)) {
			if (chunk.number < first) {
				continue;
			}
			int from = (chunk.number == first) ? (int) (id % CHUNK) : 0;
			int count = 0;
			for (int position = from; position < CHUNK; position++) {
				TaskRecord task = chunk.places.get(place(position));
				if (task != null) {
					met[count++] = task;
					glances += glance(task);
				}
			}
			for (int i = 0; i < count; i++) {
				TaskRecord task = met[i];
				if (task != null && !visitor.test(task)) {
					return;
				}
			}
		}
		this.glances = glances;
	}

	/**
	 * Reads of a task and of its future a little ahead of time: the processor fetches
	 * many at once from memory where it need not decide anything in between, which halves
	 * the time of a walk over a million.
	 */
	private static int glance(TaskRecord task) {
		return task.glance() + (OneShot.canStandInFor(task.future()) ? 1 : 0);
	}

	/**
	 * Neighbours in time are none in memory, so that threads which add and remove do not
	 * write to one cache line all the time.
	 */
	private static int place(long index) {
		int position = (int) index & (CHUNK - 1);
		return (position & (LINES - 1)) * (CHUNK / LINES) + position / LINES;
	}

	/** How many chunks are linked. */
	public int chunks() {
		int chunks = 0;
		for (Chunk chunk = this.head.next; chunk != null; chunk = next(chunk)) {
			chunks++;
		}
		return chunks;
	}

	private @Nullable Chunk next(Chunk chunk) {
		Chunk next = chunk.next;
		return (next == chunk) ? after(chunk.number) : next;
	}

	/** The chunk behind one that has left the list. */
	private synchronized @Nullable Chunk after(long number) {
		Chunk chunk = this.head.next;
		while (chunk != null && chunk.number <= number) {
			chunk = chunk.next;
		}
		return chunk;
	}

	private synchronized Chunk chunk(long number) {
		Chunk tail = this.tail;
		while (tail.number < number) {
			Chunk next = new Chunk(tail.number + 1);
			next.previous = tail;
			this.chunks.put(next.number, next);
			tail.next = next;
			this.tail = next;
			if (tail.gone.get() == CHUNK) {
				unlink(tail);
			}
			tail = next;
		}
		Chunk chunk = tail;
		while (chunk.number > number && chunk.previous != null) {
			chunk = chunk.previous;
		}
		return chunk;
	}

	private synchronized void unlink(Chunk chunk) {
		Chunk previous = chunk.previous;
		Chunk next = chunk.next;
		if (previous == null || next == null) {
			return;
		}
		previous.next = next;
		next.previous = previous;
		chunk.previous = null;
		chunk.next = chunk; // one that is kept, or old, leads to no later one
		this.chunks.remove(chunk.number);
	}

	/** Places for consecutive ids. The links are guarded by the list for writing. */
	public static final class Chunk {

		private final long number;

		private final AtomicReferenceArray<@Nullable TaskRecord> places;

		private final AtomicInteger gone = new AtomicInteger();

		/** The chunk itself, once it has left the list. */
		private volatile @Nullable Chunk next;

		private @Nullable Chunk previous;

		private Chunk(long number) {
			this.number = number;
			this.places = new AtomicReferenceArray<>((number < 0) ? 0 : CHUNK);
		}

	}

}
