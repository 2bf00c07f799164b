package io.timerscope.ledger;

import io.timerscope.Site;
import io.timerscope.TaskQuery;
import io.timerscope.TaskState;
import io.timerscope.record.TaskRecord;

/** Whether a record is among those that a query asks for. */
final class TaskFilter {

	private final TaskQuery query;

	TaskFilter(TaskQuery query) {
		this.query = query;
	}

	boolean matches(TaskRecord task) {
		TaskQuery wanted = this.query;
		return matchesState(task) && (wanted.scheduler() == null || wanted.scheduler().equals(task.scheduler().name()))
				&& (wanted.ownerKind() == null || wanted.ownerKind() == task.owner().kind())
				&& (wanted.ownerName() == null || wanted.ownerName().equals(task.owner().name()))
				&& (wanted.sitePrefix() == null || matchesSite(task.site(), wanted.sitePrefix()));
	}

	private static boolean matchesSite(Site site, String wanted) {
		int hash = wanted.indexOf('#');
		return (hash < 0) ? site.toString().startsWith(wanted) : site.className().equals(wanted.substring(0, hash))
				&& site.methodName().equals(wanted.substring(hash + 1));
	}

	private boolean matchesState(TaskRecord task) {
		return switch (this.query.states()) {
			case LIVE -> task.isLive();
			case WAITING -> task.state() == TaskState.WAITING;
			case RUNNING -> task.state() == TaskState.RUNNING;
			case OUTLIVED -> task.isLive() && task.isOutlived();
			case LEAKED -> task.isLive() && task.leak() != null;
			case RETAINED -> task.isRetained();
			case ENDED -> !task.isLive();
		};
	}

}
