package io.timerscope.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import io.timerscope.TaskQuery;
import io.timerscope.TaskSnapshot;
import io.timerscope.Totals;
import io.timerscope.record.EndedTasks;
import io.timerscope.record.LiveTasks;
import io.timerscope.record.Snapshots;
import io.timerscope.record.TaskRecord;
import io.timerscope.snapshot.TaskPage;
import org.jspecify.annotations.Nullable;

/** Reads the tasks that a query asks for, a page at a time. */
final class TaskPages {

	private final LiveTasks live;

	private final EndedTasks ended;

	private final Snapshots snapshots;

	TaskPages(LiveTasks live, EndedTasks ended, Snapshots snapshots) {
		this.live = live;
		this.ended = ended;
		this.snapshots = snapshots;
	}

	/** The tasks that match; the totals save a walk that only counts. */
	TaskPage page(TaskQuery query, Totals totals) {
		if (query.states() == TaskQuery.States.ENDED || query.states() == TaskQuery.States.RETAINED) {
			return endedPage(query);
		}
		PageBuilder page = new PageBuilder(query);
		TaskFilter filter = new TaskFilter(query);
		long from = query.isAllLive() ? query.after() : 0;
		this.live.forEachAfter(from, (task) -> {
			if (task.isAccepted() && filter.matches(task)) {
				page.add(task);
			}
			return !(query.isAllLive() && page.hasMore());
		});
		return page.build(this::stillLive, query.isAllLive() ? totals.live() : page.matched());
	}

	/** A task may end between the walk that met it and the look at it. */
	private @Nullable TaskSnapshot stillLive(TaskRecord task) {
		TaskSnapshot snapshot = this.snapshots.of(task);
		return snapshot.state().isLive() ? snapshot : null;
	}

	private TaskPage endedPage(TaskQuery query) {
		PageBuilder page = new PageBuilder(query);
		TaskFilter filter = new TaskFilter(query);
		for (TaskRecord task : this.ended.list()) {
			if (filter.matches(task)) {
				page.add(task);
			}
		}
		return page.build(this.snapshots::of, page.matched());
	}

	/** Takes tasks in the order of their ids. */
	private static final class PageBuilder {

		private final TaskQuery query;

		private final List<TaskRecord> tasks = new ArrayList<>();

		private boolean more;

		private long matched;

		PageBuilder(TaskQuery query) {
			this.query = query;
		}

		void add(TaskRecord task) {
			this.matched++;
			if (task.id() > this.query.after()) {
				if (this.tasks.size() < this.query.limit()) {
					this.tasks.add(task);
				}
				else {
					this.more = true;
				}
			}
		}

		boolean hasMore() {
			return this.more;
		}

		long matched() {
			return this.matched;
		}

		TaskPage build(Function<TaskRecord, @Nullable TaskSnapshot> look, long matched) {
			Long next = this.more ? this.tasks.get(this.tasks.size() - 1).id() : null;
			List<TaskSnapshot> tasks = new ArrayList<>(this.tasks.size());
			for (TaskRecord task : this.tasks) {
				TaskSnapshot snapshot = look.apply(task);
				if (snapshot != null) {
					tasks.add(snapshot);
				}
			}
			return new TaskPage(List.copyOf(tasks), this.query.limit(), matched, next);
		}

	}

}
