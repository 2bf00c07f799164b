package io.timerscope.finding;

import java.util.List;
import java.util.Locale;

import io.timerscope.CallerHandle;
import io.timerscope.LeakReason;
import io.timerscope.OwnerKind;
import io.timerscope.Schedule;
import io.timerscope.snapshot.LeakGroup;
import io.timerscope.snapshot.TaskGroup;

/**
 * Where the tasks of an owner are to be cancelled: the method of its lifecycle, and the
 * two lines to write.
 */
final class CureWords {

	private CureWords() {
	}

	static String of(LeakGroup group) {
		return end(group) + ". ";
	}

	private static String end(LeakGroup group) {
		TaskGroup tasks = group.tasks();
		return switch (group.reason()) {
			case OUTLIVED_SESSION -> session(clues(group), tasks);
			case OUTLIVED_REQUEST -> request(clues(group), tasks);
			case OUTLIVED_BEAN -> preDestroy(tasks);
			case OUTLIVED_SCOPE, ABANDONED ->
				(group.reason() == LeakReason.ABANDONED && tasks.ownerKind() == OwnerKind.BEAN) ? preDestroy(tasks)
						: whenOver(tasks);
		};
	}

	/** What the tasks capture tells which kind of work they belong to. */
	private static String clues(LeakGroup group) {
		return (String.join(" ", group.tasks().captures()) + " " + group.ended()).toLowerCase(Locale.ROOT);
	}

	private static boolean isAny(String clues, String... parts) {
		return List.of(parts).stream().anyMatch(clues::contains);
	}

	/** Several tasks need more than one field. */
	private static String preDestroy(TaskGroup tasks) {
		String where = "in a @PreDestroy method of the bean: ";
		return (tasks.count() == 1)
				? where + schedule("this.task", tasks) + "@PreDestroy void stop() { this.task" + ending(tasks) + "; }"
				: where + local(tasks) + "this.tasks.add(task); @PreDestroy void stop() { this.tasks.forEach((it) -> it"
						+ ending(tasks) + "); }";
	}

	private static String session(String clues, TaskGroup tasks) {
		String put = local(tasks) + "this.tasks.put(session.getId(), task); ";
		String remove = tasks.handle().typeName() + generic(tasks) + "task = this.tasks.remove(session.getId()); "
				+ "if (task != null) task" + ending(tasks);
		if (isAny(clues, "httpsession")) {
			return "in sessionDestroyed of an HttpSessionListener: " + put + remove;
		}
		return isAny(clues, "jakarta.websocket") ? "in the @OnClose method: " + put + remove
				: "when the session closes, in afterConnectionClosed: " + put + remove;
	}

	private static String request(String clues, TaskGroup tasks) {
		String end = "task" + ending(tasks) + ")";
		if (isAny(clues, "emitter")) {
			return "in onCompletion: " + local(tasks) + "emitter.onCompletion(() -> " + end;
		}
		if (isAny(clues, "deferredresult")) {
			return "in onCompletion: " + local(tasks) + "result.onCompletion(() -> " + end;
		}
		if (isAny(clues, "http.server.reactive", "serverwebexchange")) {
			return "in doFinally of the stream: " + local(tasks) + "return stream.doFinally((signal) -> " + end;
		}
		return whenOver(tasks);
	}

	private static String whenOver(TaskGroup tasks) {
		return "when its work is over: " + local(tasks) + "later task" + ending(tasks);
	}

	private static String local(TaskGroup tasks) {
		return tasks.handle().typeName() + generic(tasks) + schedule("task", tasks);
	}

	private static String generic(TaskGroup tasks) {
		boolean hasParameter = tasks.handle() == CallerHandle.SCHEDULED_FUTURE
				|| tasks.handle() == CallerHandle.COMPLETABLE_FUTURE;
		return hasParameter ? "<?> " : " ";
	}

	/** Schedules, and keeps in a variable what ends the task. */
	private static String schedule(String variable, TaskGroup tasks) {
		return switch (tasks.handle()) {
			case SCHEDULED_FUTURE -> variable + " = " + call(tasks.schedule()) + "; ";
			case TIMER_TASK ->
				variable + " = ...; timer." + timerMethod(tasks.schedule()) + "(" + variable + ", ...); ";
			case DISPOSABLE -> variable + " = flux.subscribe(...); ";
			case COMPLETABLE_FUTURE -> variable + " = future.orTimeout(...); ";
		};
	}

	/** The call that schedules such a task, on a scheduler of Spring's or the JDK's. */
	private static String call(Schedule schedule) {
		String method = (schedule instanceof Schedule.FixedRate) ? "scheduleAtFixedRate"
				: (schedule instanceof Schedule.FixedDelay) ? "scheduleWithFixedDelay" : "schedule";
		return "scheduler." + method + "(...)";
	}

	private static String timerMethod(Schedule schedule) {
		return (schedule instanceof Schedule.FixedRate) ? "scheduleAtFixedRate" : "schedule";
	}

	private static String ending(TaskGroup tasks) {
		return switch (tasks.handle()) {
			case SCHEDULED_FUTURE, COMPLETABLE_FUTURE -> ".cancel(false)";
			case TIMER_TASK -> ".cancel()";
			case DISPOSABLE -> ".dispose()";
		};
	}

}
