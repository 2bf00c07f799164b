package io.timerscope.finding;

import java.util.List;
import java.util.Locale;

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
		String call = call(tasks.schedule());
		return switch (group.reason()) {
			case OUTLIVED_SESSION -> session(clues(group), call);
			case OUTLIVED_REQUEST -> request(clues(group), call);
			case OUTLIVED_BEAN -> preDestroy(call);
			case OUTLIVED_SCOPE, ABANDONED ->
				(group.reason() == LeakReason.ABANDONED && tasks.ownerKind() == OwnerKind.BEAN) ? preDestroy(call)
						: whenOver(call);
		};
	}

	/** The call that schedules such a task, on a scheduler of Spring's or the JDK's. */
	private static String call(Schedule schedule) {
		String method = (schedule instanceof Schedule.FixedRate) ? "scheduleAtFixedRate"
				: (schedule instanceof Schedule.FixedDelay) ? "scheduleWithFixedDelay" : "schedule";
		return "scheduler." + method + "(...)";
	}

	/** What the tasks capture tells which kind of work they belong to. */
	private static String clues(LeakGroup group) {
		return (String.join(" ", group.tasks().captures()) + " " + group.ended()).toLowerCase(Locale.ROOT);
	}

	private static boolean isAny(String clues, String... parts) {
		return List.of(parts).stream().anyMatch(clues::contains);
	}

	private static String preDestroy(String call) {
		return "in a @PreDestroy method of the bean: this.task = " + call
				+ "; @PreDestroy void stop() { this.task.cancel(false); }";
	}

	private static String session(String clues, String call) {
		String remove = "this.tasks.remove(session.getId()).cancel(false)";
		String put = "this.tasks.put(session.getId(), " + call + "); ";
		if (isAny(clues, "httpsession")) {
			return "in sessionDestroyed of an HttpSessionListener: " + put + remove;
		}
		return isAny(clues, "jakarta.websocket") ? "in the @OnClose method: " + put + remove
				: "when the session closes, in afterConnectionClosed: " + put + remove;
	}

	private static String request(String clues, String call) {
		if (isAny(clues, "emitter")) {
			return "in onCompletion: " + local(call) + "emitter.onCompletion(() -> task.cancel(false))";
		}
		if (isAny(clues, "deferredresult")) {
			return "in onCompletion: " + local(call) + "result.onCompletion(() -> task.cancel(false))";
		}
		if (isAny(clues, "reactive", "serverwebexchange", "disposable", "reactor.")) {
			return "in doFinally of the stream: " + local(call) + "stream.doFinally((signal) -> task.cancel(false))";
		}
		return whenOver(call);
	}

	private static String whenOver(String call) {
		return "when its work is over: " + local(call) + "later task.cancel(false)";
	}

	private static String local(String call) {
		return "ScheduledFuture<?> task = " + call + "; ";
	}

}
