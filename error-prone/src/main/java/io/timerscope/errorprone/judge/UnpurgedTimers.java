package io.timerscope.errorprone.judge;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreePath;

import io.timerscope.errorprone.unit.Delays;
import io.timerscope.errorprone.unit.Group;
import io.timerscope.errorprone.unit.Places;
import io.timerscope.errorprone.unit.Schedule;
import io.timerscope.errorprone.unit.UnitModel;

/**
 * Finds tasks of a {@code Timer} that are cancelled and stay in its queue.
 */
public final class UnpurgedTimers {

	private static final Duration LONG = Duration.ofMinutes(1);

	private UnpurgedTimers() {
	}

	/**
	 * One cancel after which the task stays queued.
	 *
	 * @param cancel the call
	 * @param task the task
	 * @param waitsLong whether the file says that the task waits for a minute or more
	 */
	public record Unpurged(TreePath cancel, Group task, boolean waitsLong) {
	}

	public static List<Unpurged> in(UnitModel unit) {
		List<Unpurged> found = new ArrayList<>();
		for (Schedule schedule : unit.schedules()) {
			if (schedule.api() != Schedule.Api.JDK_TIMER || schedule.receiver() == null || Delays.isShort(schedule)) {
				continue;
			}
			Group timer = unit.group(schedule.receiver());
			if (isShortLived(timer) || unit.isMaintained(timer, "purge")) {
				continue;
			}
			Group task = unit.groupOf(schedule.call());
			boolean waitsLong = !schedule.isPeriodic()
					&& Delays.of(schedule).filter((delay) -> delay.compareTo(LONG) >= 0).isPresent();
			task.ends()
				.stream()
				.filter((end) -> end.method().equals("cancel") && end.path().getLeaf() instanceof MethodInvocationTree)
				.filter((
						end) -> timer.ends().stream().noneMatch((last) -> Places.isSameMethod(last.path(), end.path())))
				.findFirst()
				.ifPresent((end) -> found.add(new Unpurged(end.path(), task, waitsLong)));
		}
		return found;
	}

	private static boolean isShortLived(Group timer) {
		return timer.locals().findAny().isPresent() && timer.fields().findAny().isEmpty();
	}

}
