package io.timerscope.finding;

import java.util.List;
import java.util.Locale;

import io.timerscope.LeakReason;
import io.timerscope.OwnerKind;
import io.timerscope.snapshot.LeakGroup;
import io.timerscope.snapshot.TaskGroup;

/**
 * Where the tasks of an owner are to be cancelled: the method of its lifecycle, and the
 * two lines to write.
 */
final class CureWords {

	private static final String LOCAL = "ScheduledFuture<?> task = scheduler.schedule(...); ";

	private CureWords() {
	}

	static String of(LeakGroup group) {
		return end(group) + ". ";
	}

	private static String end(LeakGroup group) {
		TaskGroup tasks = group.tasks();
		return switch (group.reason()) {
			case OUTLIVED_SESSION -> session(clues(group));
			case OUTLIVED_REQUEST -> request(clues(group));
			case OUTLIVED_BEAN -> preDestroy();
			case OUTLIVED_SCOPE, ABANDONED ->
				(group.reason() == LeakReason.ABANDONED && tasks.ownerKind() == OwnerKind.BEAN) ? preDestroy()
						: whenOver();
		};
	}

	/** What the tasks capture tells which kind of work they belong to. */
	private static String clues(LeakGroup group) {
		return (String.join(" ", group.tasks().captures()) + " " + group.ended()).toLowerCase(Locale.ROOT);
	}

	private static boolean isAny(String clues, String... parts) {
		return List.of(parts).stream().anyMatch(clues::contains);
	}

	private static String preDestroy() {
		return "in a @PreDestroy method of the bean: this.task = scheduler.schedule(...); "
				+ "@PreDestroy void stop() { this.task.cancel(false); }";
	}

	private static String session(String clues) {
		String remove = "this.tasks.remove(session.getId()).cancel(false)";
		String put = "this.tasks.put(session.getId(), scheduler.schedule(...)); ";
		if (isAny(clues, "httpsession")) {
			return "in sessionDestroyed of an HttpSessionListener: " + put + remove;
		}
		return isAny(clues, "jakarta.websocket") ? "in the @OnClose method: " + put + remove
				: "when the session closes, in afterConnectionClosed: " + put + remove;
	}

	private static String request(String clues) {
		if (isAny(clues, "emitter")) {
			return "in onCompletion: " + LOCAL + "emitter.onCompletion(() -> task.cancel(false))";
		}
		if (isAny(clues, "deferredresult")) {
			return "in onCompletion: " + LOCAL + "result.onCompletion(() -> task.cancel(false))";
		}
		if (isAny(clues, "reactive", "serverwebexchange", "disposable", "reactor.")) {
			return "in doFinally of the stream: " + LOCAL + "stream.doFinally((signal) -> task.cancel(false))";
		}
		return whenOver();
	}

	private static String whenOver() {
		return "when its work is over: " + LOCAL + "and there task.cancel(false)";
	}

}
