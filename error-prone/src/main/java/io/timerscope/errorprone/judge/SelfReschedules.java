package io.timerscope.errorprone.judge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import org.jspecify.annotations.Nullable;

import javax.lang.model.element.ElementKind;
import io.timerscope.errorprone.trace.Reach;
import io.timerscope.errorprone.trace.Callbacks;
import io.timerscope.errorprone.trace.Bodies;
import io.timerscope.errorprone.unit.Group;
import io.timerscope.errorprone.unit.Mentions;
import io.timerscope.errorprone.unit.Places;
import io.timerscope.errorprone.unit.Schedule;
import io.timerscope.errorprone.unit.TaskBodies;
import io.timerscope.errorprone.unit.UnitModel;

/**
 * Finds one-shot tasks that lead back to the call that scheduled them.
 */
public final class SelfReschedules {

	private static final int DEPTH = 4;

	private final UnitModel unit;

	private final TaskBodies bodies;

	public SelfReschedules(UnitModel unit) {
		this.unit = unit;
		this.bodies = new TaskBodies(unit);
	}

	/**
	 * Whether the task comes back to this call and no condition on the way can stop it.
	 */
	public boolean isEndless(Schedule schedule) {
		for (Tree body : this.bodies.of(schedule)) {
			List<Tree> way = new ArrayList<>();
			if (leadsBack(body, schedule, DEPTH, new HashSet<>(), way)) {
				return Places.guards(schedule.path()).stream().noneMatch(this::canStop)
						&& way.stream().flatMap((code) -> conditionsIn(code).stream()).noneMatch(this::canStop);
			}
		}
		return false;
	}

	public boolean comesBack(Schedule schedule) {
		return this.bodies.of(schedule)
			.stream()
			.anyMatch((body) -> leadsBack(body, schedule, DEPTH, new HashSet<>(), new ArrayList<>()));
	}

	/**
	 * Whether the way back leads through a callback that runs when something completes.
	 */
	boolean comesBackLater(Schedule schedule) {
		Reach reach = new Reach(this.unit);
		List<Tree> call = List.of(schedule.call());
		return Bodies.of(schedule, this.unit)
			.code()
			.stream()
			.flatMap((code) -> Callbacks.in(code).stream())
			.anyMatch((callback) -> Reach.containsAny(callback, call)
					|| Mentions.of(callback).stream().anyMatch((named) -> reach.leadsTo(named, call)));
	}

	/**
	 * The end of an asynchronous round begins the next one, whatever was cancelled
	 * meanwhile.
	 */
	Optional<String> survivesCancel(Schedule schedule) {
		Group group = this.unit.groupOf(schedule.call());
		boolean onlyCancelled = !group.escapes()
				&& group.ends().stream().allMatch((end) -> end.method().startsWith("cancel"));
		return (onlyCancelled && isEndless(schedule) && comesBackLater(schedule))
				? Optional.of("A cancel that comes while a round is under way is too late: its completion schedules the"
						+ " next one; check a flag before that")
				: Optional.empty();
	}

	private boolean leadsBack(Tree code, Schedule schedule, int depth, Set<MethodSymbol> seen, List<Tree> way) {
		if (contains(code, schedule.call())) {
			way.add(code);
			return true;
		}
		if (depth == 0) {
			return false;
		}
		for (MethodSymbol next : this.bodies.methodsNamedIn(code)) {
			MethodTree tree = this.unit.declarations().method(next);
			if (tree != null && seen.add(next) && leadsBack(tree.getBody(), schedule, depth - 1, seen, way)) {
				way.add(code);
				return true;
			}
		}
		return false;
	}

	private static boolean contains(Tree code, Tree wanted) {
		boolean[] found = new boolean[1];
		new TreeScanner<@Nullable Void, @Nullable Void>() {

			@Override
			public @Nullable Void scan(@Nullable Tree tree, @Nullable Void unused) {
				found[0] |= tree == wanted;
				return found[0] ? null : super.scan(tree, null);
			}

		}.scan(code, null);
		return found[0];
	}

	private static List<ExpressionTree> conditionsIn(Tree code) {
		List<ExpressionTree> conditions = new ArrayList<>();
		new TreeScanner<@Nullable Void, @Nullable Void>() {

			@Override
			public @Nullable Void visitIf(IfTree tree, @Nullable Void unused) {
				conditions.add(tree.getCondition());
				return super.visitIf(tree, null);
			}

			@Override
			public @Nullable Void visitConditionalExpression(ConditionalExpressionTree tree, @Nullable Void unused) {
				conditions.add(tree.getCondition());
				return super.visitConditionalExpression(tree, null);
			}

			@Override
			public @Nullable Void visitWhileLoop(WhileLoopTree tree, @Nullable Void unused) {
				conditions.add(tree.getCondition());
				return super.visitWhileLoop(tree, null);
			}

		}.scan(code, null);
		return conditions;
	}

	/**
	 * A field, a method, or a local that a method filled: somebody may change its answer.
	 */
	private boolean canStop(ExpressionTree condition) {
		return isLimit(condition) || Mentions.of(condition).stream().anyMatch(this::mayChange);
	}

	/** {@code attempt < 5}, {@code left == 0}. */
	private static boolean isLimit(ExpressionTree condition) {
		Tree inner = condition;
		while (inner instanceof ParenthesizedTree parentheses) {
			inner = parentheses.getExpression();
		}
		return switch (inner.getKind()) {
			case LESS_THAN, LESS_THAN_EQUAL, GREATER_THAN, GREATER_THAN_EQUAL -> true;
			case EQUAL_TO, NOT_EQUAL_TO ->
				isNumber(((BinaryTree) inner).getLeftOperand()) || isNumber(((BinaryTree) inner).getRightOperand());
			case CONDITIONAL_AND, CONDITIONAL_OR ->
				isLimit(((BinaryTree) inner).getLeftOperand()) || isLimit(((BinaryTree) inner).getRightOperand());
			default -> false;
		};
	}

	private static boolean isNumber(ExpressionTree operand) {
		return ASTHelpers.constValue(operand) instanceof Number;
	}

	private boolean mayChange(Symbol symbol) {
		if (symbol instanceof MethodSymbol || symbol.getKind() == ElementKind.FIELD) {
			return true;
		}
		TreePath path = (symbol instanceof VarSymbol) ? this.unit.declarations().find(symbol) : null;
		return path != null && path.getLeaf() instanceof VariableTree variable && variable.getInitializer() != null
				&& Mentions.of(variable.getInitializer()).stream().anyMatch(MethodSymbol.class::isInstance)
				&& ASTHelpers.getSymbol(variable).getKind() != ElementKind.PARAMETER;
	}

}
