package io.timerscope.errorprone.judge;

import java.util.List;
import java.util.Set;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import io.timerscope.errorprone.trace.Reach;
import io.timerscope.errorprone.unit.Delays;
import io.timerscope.errorprone.unit.Group;
import io.timerscope.errorprone.unit.Places;
import io.timerscope.errorprone.unit.Schedule;
import io.timerscope.errorprone.unit.UnitModel;

/**
 * Says what becomes of the handle of a scheduled task.
 */
public final class Handles {

	private static final Set<String> QUESTIONS = Set.of("isDone", "isCancelled", "isDisposed", "isExpired", "getDelay",
			"toString", "hashCode", "equals", "state");

	private static final Set<String> KEEPING = Set.of("add", "put", "size", "isEmpty", "addLast", "addFirst", "offer");

	private final UnitModel unit;

	public Handles(UnitModel unit) {
		this.unit = unit;
	}

	/** Whether the handle is given up where the task is scheduled. */
	public boolean isDropped(Schedule schedule) {
		Group group = this.unit.groupOf(schedule.call());
		if (schedule.api() == Schedule.Api.JDK_TIMER) {
			return !group.hasEnd() && (schedule.task() instanceof NewClassTree || isOnlyLocal(group));
		}
		return Places.isDropped(schedule.path(), this.unit.javac()) || (!group.hasEnd() && isUnusedLocal(group));
	}

	/** Whether nothing can cancel the task: its handle is dropped, or only kept. */
	public boolean isForgotten(Schedule schedule) {
		return isDropped(schedule) || !this.unit.groupOf(schedule.call()).hasEnd();
	}

	/** The private fields that keep the handle although nothing ever ends it. */
	public List<VarSymbol> deadFields(Schedule schedule) {
		Group group = this.unit.groupOf(schedule.call());
		return group.hasEnd() ? List.of() : group.fields().toList();
	}

	/**
	 * Whether it is worth cancelling: a periodic task, or a long one-shot that its object
	 * should have given up.
	 */
	public boolean matters(Schedule schedule, List<VarSymbol> fields) {
		if (schedule.isPeriodic()) {
			return true;
		}
		return !Delays.isShort(schedule) && fields.stream()
			.allMatch((field) -> !this.unit.types().isContainer(field.type)
					&& this.unit.readsOf(field).stream().noneMatch((use) -> isDoneAsked(use, schedule))
					&& this.unit.declarations().hasEndOfLife(field.enclClass()));
	}

	/**
	 * A question that decides whether to schedule; one asked at the end decides nothing.
	 */
	private boolean isDoneAsked(TreePath use, Schedule schedule) {
		MethodSymbol method = Places.methodSymbol(use);
		return asksOnly(use) && (method == null || new Reach(this.unit).leadsTo(method, List.of(schedule.call())));
	}

	private boolean isUnusedLocal(Group group) {
		return isOnlyLocal(group) && group.locals().findAny().isPresent()
				&& group.locals().allMatch((local) -> this.unit.readsOf(local).stream().allMatch(this::asksOnly));
	}

	private static boolean isOnlyLocal(Group group) {
		return group.fields().findAny().isEmpty() && group.parameters().findAny().isEmpty()
				&& group.methods().findAny().isEmpty();
	}

	/** Whether the use of a handle only looks at it. */
	public boolean asksOnly(TreePath use) {
		Tree parent = use.getParentPath().getLeaf();
		if (parent instanceof MemberSelectTree select) {
			String asked = select.getIdentifier().toString();
			return QUESTIONS.contains(asked) || (KEEPING.contains(asked)
					&& this.unit.types().isContainer(ASTHelpers.getType(select.getExpression())));
		}
		return parent instanceof BinaryTree || parent instanceof MethodInvocationTree;
	}

}
