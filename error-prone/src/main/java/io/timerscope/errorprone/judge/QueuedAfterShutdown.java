package io.timerscope.errorprone.judge;

import java.time.Duration;
import java.util.Optional;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Symbol.MethodSymbol;

import io.timerscope.errorprone.unit.Creation;
import io.timerscope.errorprone.unit.Delays;
import io.timerscope.errorprone.unit.Group;
import io.timerscope.errorprone.unit.Places;
import io.timerscope.errorprone.unit.Schedule;
import io.timerscope.errorprone.unit.Singletons;
import io.timerscope.errorprone.unit.UnitModel;

/**
 * Finds one-shots that keep the thread of their pool alive after {@code shutdown()}: it
 * waits for delayed tasks, unless a policy of the pool says otherwise.
 */
final class QueuedAfterShutdown {

	private static final Duration LONG = Duration.ofMinutes(1);

	private final UnitModel unit;

	private final SelfReschedules loops;

	private final Singletons singletons;

	QueuedAfterShutdown(UnitModel unit) {
		this.unit = unit;
		this.loops = new SelfReschedules(unit);
		this.singletons = new Singletons(unit.types());
	}

	Optional<String> judge(Schedule schedule) {
		boolean isLong = Delays.of(schedule).map((delay) -> delay.compareTo(LONG) >= 0).orElse(true);
		if (!isLong || this.loops.comesBack(schedule) || this.singletons.isInside(schedule.path())) {
			return Optional.empty();
		}
		return this.unit.groups(schedule.receiver())
			.stream()
			.filter((pool) -> isOnlyShutDown(pool)
					&& this.unit.creationsIn(pool).stream().anyMatch((made) -> isMadeFor(made, schedule)))
			.findFirst()
			.map((pool) -> "shutdown() still waits for this task, so the thread stays until it is due; cancel the task"
					+ " first, or call shutdownNow()");
	}

	private boolean isOnlyShutDown(Group pool) {
		return !pool.escapes() && pool.isEnded()
				&& pool.ends().stream().allMatch((end) -> end.method().equals("shutdown"))
				&& pool.fields().noneMatch(ASTHelpers::isStatic)
				&& !this.unit.isMaintained(pool, "setExecuteExistingDelayedTasksAfterShutdownPolicy");
	}

	/** The pool is there for this task: one method, or one constructor, makes both. */
	private static boolean isMadeFor(Creation made, Schedule schedule) {
		if (made.kind() != Creation.Kind.POOL || Places.isStatic(made.path())) {
			return false;
		}
		MethodTree method = Places.method(made.path());
		return (method != null) ? Places.isSameMethod(made.path(), schedule.path()) : isInConstructor(schedule.path());
	}

	private static boolean isInConstructor(TreePath path) {
		MethodSymbol method = Places.methodSymbol(path);
		return method != null && method.isConstructor();
	}

}
