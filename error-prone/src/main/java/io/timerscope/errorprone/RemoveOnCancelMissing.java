package io.timerscope.errorprone;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import com.google.errorprone.BugPattern;
import com.google.errorprone.BugPattern.LinkType;
import com.google.errorprone.BugPattern.SeverityLevel;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.NewClassTree;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import io.timerscope.errorprone.unit.Creation;
import io.timerscope.errorprone.unit.Delays;
import io.timerscope.errorprone.unit.Effect;
import io.timerscope.errorprone.judge.Finding;
import io.timerscope.errorprone.judge.QueueOfOthers;
import io.timerscope.errorprone.judge.UnpurgedTimers;
import io.timerscope.errorprone.unit.Group;
import io.timerscope.errorprone.unit.LifecycleNames;
import io.timerscope.errorprone.unit.Places;
import io.timerscope.errorprone.fix.QueueFixes;
import io.timerscope.errorprone.unit.Schedule;
import io.timerscope.errorprone.unit.UnitModel;

/**
 * A pool keeps its cancelled tasks, with all they hold, until their time has come.
 *
 * @since 0.1.0
 */
@BugPattern(summary = "Cancelled tasks stay in the queue of this pool until their time has come",
		severity = SeverityLevel.WARNING, linkType = LinkType.CUSTOM, link = Pages.FOLDER + "RemoveOnCancelMissing.md",
		tags = BugPattern.StandardTags.PERFORMANCE)
public final class RemoveOnCancelMissing extends TimerscopeCheck {

	private static final long serialVersionUID = 1L;

	@Override
	boolean isAboutAnEnd() {
		return false;
	}

	@Override
	void check(UnitModel unit, List<Finding> findings) {
		for (UnpurgedTimers.Unpurged found : UnpurgedTimers.in(unit)) {
			if (found.waitsLong()) {
				findings.add(Finding.of(found.cancel(), found.task(), "The cancelled task stays in the queue of its"
						+ " Timer, with all it holds, for a minute or more; call purge() after cancel()"));
			}
		}
		for (Creation creation : unit.creations()) {
			judge(creation, unit).ifPresent(findings::add);
		}
	}

	private static Optional<Finding> judge(Creation creation, UnitModel unit) {
		Group pool = unit.groupOf(creation.tree());
		if (keepsCancelledTasks(creation) && !isDecorated(pool, unit) && pool.fields().findAny().isPresent()
				&& !unit.isMaintained(pool, "setRemoveOnCancelPolicy")) {
			List<Schedule> givenUp = unit.schedules().stream().filter((it) -> isGivenUpEarly(it, pool, unit)).toList();
			if (!givenUp.isEmpty()) {
				Finding finding = Finding
					.of(creation.path(), pool, "Tasks of this pool are cancelled before they are due, and without"
							+ " setRemoveOnCancelPolicy(true) each one stays queued, with all it holds, until then")
					.with(new QueueFixes(creation)::removeOnCancel);
				if (!givenUp.stream().allMatch(Schedule::isPeriodic)) {
					return Optional.of(finding);
				}
				if (creation.tree() instanceof NewClassTree) {
					return Optional.of(finding.asSuggestion());
				}
			}
		}
		return new QueueOfOthers(unit).handedOutBy(creation)
			.map((method) -> Finding
				.of(creation.path(), pool,
						"Whoever gets this pool from " + method.getSimpleName() + "() and cancels a"
								+ " task leaves it queued, with all it holds, until it is due; call"
								+ " setRemoveOnCancelPolicy(true) here")
				.with(new QueueFixes(creation)::removeOnCancel)
				.asSuggestion());
	}

	/** Whoever wraps the pool may take cancelled tasks out of its queue. */
	private static boolean isDecorated(Group pool, UnitModel unit) {
		return pool.expressions()
			.anyMatch((made) -> made instanceof NewClassTree && unit.types().isScheduler(ASTHelpers.getType(made))
					&& unit.creationsIn(pool).stream().noneMatch((creation) -> creation.tree().equals(made)));
	}

	private static boolean keepsCancelledTasks(Creation creation) {
		boolean subclass = creation.tree() instanceof NewClassTree tree && (tree.getClassBody() != null
				|| !Objects.requireNonNull(ASTHelpers.getType(tree)).tsym.getQualifiedName()
					.toString()
					.startsWith("java.util.concurrent"));
		return creation.kind() == Creation.Kind.POOL && !subclass;
	}

	private static boolean isGivenUpEarly(Schedule task, Group pool, UnitModel unit) {
		boolean isSoonDue = task.isPeriodic() ? Delays.isShortPeriod(task) : Delays.isShort(task);
		if (isSoonDue || !unit.groups(task.receiver()).contains(pool)) {
			return false;
		}
		return unit.groupOf(task.call())
			.ends()
			.stream()
			.filter((end) -> end.method().startsWith("cancel"))
			.anyMatch((end) -> !isWithTheOwner(end, pool)
					&& pool.ends().stream().noneMatch((last) -> Places.isSameMethod(end.path(), last.path())));
	}

	/** The owner of the pool gives up its task when its own life ends: that is once. */
	private static boolean isWithTheOwner(Effect end, Group pool) {
		MethodSymbol method = Places.methodSymbol(end.path());
		return method != null && method.getParameters().isEmpty() && !Places.isInLambda(end.path())
				&& LifecycleNames.isEndOfLife(method.getSimpleName().toString())
				&& !method.getSimpleName().toString().startsWith("cancel")
				&& pool.fields().anyMatch((field) -> field.enclClass() == method.owner);
	}

}
