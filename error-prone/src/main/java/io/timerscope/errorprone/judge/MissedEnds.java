package io.timerscope.errorprone.judge;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import org.jspecify.annotations.Nullable;
import io.timerscope.errorprone.unit.Effect;
import io.timerscope.errorprone.unit.Group;
import io.timerscope.errorprone.unit.Mentions;
import io.timerscope.errorprone.unit.Places;
import io.timerscope.errorprone.unit.UnitModel;

/**
 * Finds ends that are skipped while the task already runs, because they wait for a flag
 * that is raised later.
 */
public final class MissedEnds {

	private final UnitModel unit;

	public MissedEnds(UnitModel unit) {
		this.unit = unit;
	}

	/**
	 * The flag without which no end is reached, if only methods that have nothing to do
	 * with the start of the task set it.
	 */
	public Optional<VarSymbol> flagRaisedElsewhere(TreePath made, Group group) {
		MethodSymbol start = Places.methodSymbol(made);
		if (start == null || group.escapes() || !group.isEnded()) {
			return Optional.empty();
		}
		VarSymbol flag = null;
		for (Effect end : group.ends()) {
			VarSymbol needed = neededFor(end.path());
			if (needed == null || (flag != null && flag != needed)) {
				return Optional.empty();
			}
			flag = needed;
		}
		return Optional.ofNullable(flag).filter((it) -> isRaisedElsewhere(it, start, group.ends()));
	}

	/**
	 * The same for a scheduler: some task is given to it before anybody raises the flag.
	 */
	public Optional<VarSymbol> flagRaisedAfterTasks(Group scheduler) {
		return this.unit.schedules()
			.stream()
			.filter((task) -> this.unit.groups(task.receiver()).contains(scheduler))
			.map((task) -> flagRaisedElsewhere(task.path(), scheduler))
			.flatMap(Optional::stream)
			.findFirst();
	}

	/** The field in {@code if (!opened) return;} above the end. */
	private @Nullable VarSymbol neededFor(TreePath end) {
		for (ExpressionTree exit : exits(end)) {
			Tree condition = exit;
			while (condition instanceof ParenthesizedTree inner) {
				condition = inner.getExpression();
			}
			if (condition instanceof UnaryTree not && not.getKind() == Tree.Kind.LOGICAL_COMPLEMENT
					&& not.getExpression() instanceof IdentifierTree name
					&& ASTHelpers.getSymbol(name) instanceof VarSymbol field
					&& field.owner instanceof Symbol.ClassSymbol && field.type.isPrimitive()) {
				return field;
			}
		}
		return null;
	}

	/** The conditions that may have left the method before the place. */
	static Set<ExpressionTree> exits(TreePath place) {
		Set<ExpressionTree> exits = new HashSet<>(Places.guards(place));
		Places.conditions(place).forEach(exits::remove);
		return exits;
	}

	private boolean isRaisedElsewhere(VarSymbol flag, MethodSymbol start, List<Effect> ends) {
		List<TreePath> raises = this.unit.writesOf(flag).stream().filter(MissedEnds::setsTrue).toList();
		return !raises.isEmpty() && this.unit.declarations().contains(flag)
				&& !this.unit.declarations().isVisibleOutside(flag)
				&& raises.stream().allMatch((raise) -> isApart(raise, start, ends));
	}

	private boolean isApart(TreePath raise, MethodSymbol start, List<Effect> ends) {
		MethodSymbol method = Places.methodSymbol(raise);
		return method != null && method != start && !method.isConstructor()
				&& ends.stream().noneMatch((end) -> Places.isSameMethod(end.path(), raise))
				&& !calls(method, start, new HashSet<>()) && !calls(start, method, new HashSet<>());
	}

	private boolean calls(MethodSymbol from, MethodSymbol to, Set<MethodSymbol> seen) {
		MethodTree tree = this.unit.declarations().method(from);
		if (tree == null || tree.getBody() == null || !seen.add(from)) {
			return false;
		}
		Set<Symbol> mentioned = Mentions.of(tree.getBody());
		return mentioned.contains(to) || mentioned.stream()
			.anyMatch((symbol) -> symbol instanceof MethodSymbol next && calls(next, to, seen));
	}

	private static boolean setsTrue(TreePath write) {
		return write.getParentPath().getLeaf() instanceof AssignmentTree assignment
				&& !Boolean.FALSE.equals(ASTHelpers.constValue(assignment.getExpression()));
	}

}
