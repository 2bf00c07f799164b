package io.timerscope.survey;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

import io.timerscope.Site;
import io.timerscope.leak.CapturedFields;
import io.timerscope.record.LiveTasks;
import io.timerscope.record.TaskRecord;
import io.timerscope.snapshot.KeptBytes;
import org.jspecify.annotations.Nullable;

/**
 * Estimates what leaked tasks keep in memory, by a walk over the objects that can be
 * reached from them. Ends at a limit of objects and one of time, whatever the application
 * holds. Done when an operator asks for it, on the thread that asks.
 */
final class KeptWalk {

	private static final int OBJECTS = 200_000;

	private static final Duration TIME = Duration.ofMillis(500);

	private static final int TYPES = 20;

	private static final int CLOSED = 20;

	/** Objects between two looks at the watch. */
	private static final int LOOK = 64;

	private final CapturedFields fields;

	private final Predicate<Site> wanted;

	private final IdentityHashMap<Site, Boolean> sites = new IdentityHashMap<>();

	private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

	private final Deque<Object> next = new ArrayDeque<>();

	private final Map<Class<?>, Sum> sums = new HashMap<>();

	private final Set<String> closed = new TreeSet<>();

	private final HeapObjects heap = new HeapObjects();

	private final long endNanos = System.nanoTime() + TIME.toNanos();

	private long tasks;

	private long measured;

	private boolean full;

	/**
	 * Prepares one walk.
	 * @param wanted whose tasks are measured; asked once per site
	 */
	KeptWalk(CapturedFields fields, Predicate<Site> wanted) {
		this.fields = fields;
		this.wanted = wanted;
	}

	KeptBytes walk(LiveTasks live) {
		live.forEachAfter(0, (task) -> {
			if (task.leakedSince() != null && task.isLive()
					&& this.sites.computeIfAbsent(task.site(), this.wanted::test)) {
				this.tasks++;
				this.fields.errors().guarded("measure what a task keeps", () -> measure(task));
			}
			return true;
		});
		long bytes = this.sums.values().stream().mapToLong((sum) -> sum.bytes).sum();
		return new KeptBytes(this.tasks, this.measured, this.seen.size(), bytes, types(), List.copyOf(this.closed),
				!this.full, OBJECTS, TIME);
	}

	private void measure(TaskRecord task) {
		Object work = task.userTask();
		if (this.full) {
			return;
		}
		this.next.clear();
		if (work != null) {
			add(work);
		}
		while (!this.next.isEmpty() && !this.full) {
			visit(this.next.removeFirst());
			this.full = this.seen.size() >= OBJECTS
					|| (this.seen.size() % LOOK == 0 && System.nanoTime() - this.endNanos > 0);
		}
		if (this.next.isEmpty()) {
			this.measured++;
		}
	}

	private void add(@Nullable Object object) {
		if (object != null && this.next.size() < OBJECTS && !HeapObjects.isLeftOut(object)
				&& !this.fields.objects().isShared(object)) {
			this.next.addLast(object);
		}
	}

	private void visit(Object object) {
		if (!this.seen.add(object)) {
			return;
		}
		this.sums.computeIfAbsent(object.getClass(), (type) -> new Sum()).add(this.heap.size(object));
		if (!this.heap.forEachReference(object, this::add) && this.closed.size() < CLOSED) {
			this.closed.add(object.getClass().getTypeName());
		}
	}

	private List<KeptBytes.OfType> types() {
		return this.sums.entrySet()
			.stream()
			.map((entry) -> new KeptBytes.OfType(HeapObjects.name(entry.getKey()), entry.getValue().objects,
					entry.getValue().bytes))
			.sorted(Comparator.comparingLong(KeptBytes.OfType::bytes).reversed())
			.limit(TYPES)
			.toList();
	}

	private static final class Sum {

		private long objects;

		private long bytes;

		void add(long size) {
			this.objects++;
			this.bytes += size;
		}

	}

}
