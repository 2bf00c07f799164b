package io.timerscope.errorprone.judge;

import java.util.List;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import org.jspecify.annotations.Nullable;

import io.timerscope.errorprone.trace.WaysOut;
import io.timerscope.errorprone.fix.SchedulerFixes;
import io.timerscope.errorprone.unit.Creation;
import io.timerscope.errorprone.unit.Group;
import io.timerscope.errorprone.unit.Places;
import io.timerscope.errorprone.unit.UnitModel;

/**
 * Finds the ways out of the method or constructor that makes a scheduler on which its end
 * is missed, although it is ended on others.
 */
final class SchedulerWaysOut {

	private final UnitModel unit;

	SchedulerWaysOut(UnitModel unit) {
		this.unit = unit;
	}

	@Nullable Finding judge(Creation creation, Group group) {
		MethodTree method = Places.method(creation.path());
		Tree target = Places.outsideParentheses(creation.path()).getParentPath().getLeaf();
		if (Places.isStatic(creation.path()) && method == null) {
			return null;
		}
		if (method == null) {
			return (target instanceof VariableTree) ? judgeInitializer(creation, group) : null;
		}
		if (Places.isInLambda(creation.path()) || method.getBody() == null) {
			return null;
		}
		MethodSymbol symbol = ASTHelpers.getSymbol(method);
		if (target instanceof VariableTree && Locals.isLocal(group, this.unit)) {
			return judgeLocal(creation, group, method);
		}
		boolean constructs = (symbol.isConstructor() || isStepOfConstructor(symbol))
				&& target instanceof AssignmentTree;
		boolean handsOn = target instanceof VariableTree && Places.method(creation.path()) == method;
		if (!constructs && !handsOn) {
			return null;
		}
		WaysOut ways = LifeInMethod.of(this.unit, group, creation.path(), method, startsLazily(creation));
		return LifeInMethod.leavesAlive(ways.thrown()) ? unfinished(creation, group, method, false) : null;
	}

	/** A method that constructors call, and nobody else: if it fails, they do. */
	private boolean isStepOfConstructor(MethodSymbol method) {
		List<TreePath> calls = this.unit.callsOf(method);
		return !calls.isEmpty() && !this.unit.declarations().isCalledFromOutside(method)
				&& calls.stream().allMatch((call) -> isAtOnceInConstructor(call));
	}

	private static boolean isAtOnceInConstructor(TreePath call) {
		MethodSymbol caller = Places.methodSymbol(call);
		return caller != null && caller.isConstructor() && !Places.isInLambda(call)
				&& java.util.stream.StreamSupport.stream(call.spliterator(), false)
					.noneMatch(TryTree.class::isInstance);
	}

	private @Nullable Finding judgeLocal(Creation creation, Group group, MethodTree method) {
		WaysOut ways = LifeInMethod.of(this.unit, group, creation.path(), method, false);
		if (LifeInMethod.leavesAlive(ways.thrown())) {
			Finding finding = Finding.of(creation.path(), group,
					"This scheduler is ended only if nothing is thrown before; call " + creation.kind().end()
							+ " in a finally block");
			boolean plain = group.ends().size() == 1
					&& group.ends().get(0).path().getLeaf() instanceof MethodInvocationTree
					&& group.ends().get(0).path().getParentPath().getLeaf() instanceof ExpressionStatementTree;
			return plain
					? finding.with((state) -> new SchedulerFixes(creation).endInFinally(group.ends().get(0), state))
					: finding;
		}
		if (LifeInMethod.leavesAlive(ways.returned())) {
			return Finding.of(creation.path(), group,
					"One way out of " + method.getName() + "() leaves this scheduler running; call "
							+ creation.kind().end() + " on each, in a finally block");
		}
		return null;
	}

	/** The field has it before the constructor begins, and the constructor may fail. */
	private @Nullable Finding judgeInitializer(Creation creation, Group group) {
		TreePath type = creation.path();
		while (!(type.getLeaf() instanceof ClassTree)) {
			type = type.getParentPath();
		}
		List<? extends Tree> members = ((ClassTree) type.getLeaf()).getMembers();
		for (Tree member : members) {
			if (member instanceof MethodTree constructor && ASTHelpers.getSymbol(constructor).isConstructor()
					&& constructor.getBody() != null && group.isEnded()) {
				WaysOut ways = LifeInMethod.afterInitializer(this.unit, group, creation.path(), constructor,
						startsLazily(creation));
				if (LifeInMethod.leavesAlive(ways.thrown())) {
					return unfinished(creation, group, constructor, true);
				}
			}
		}
		return null;
	}

	private Finding unfinished(Creation creation, Group group, MethodTree method, boolean inInitializer) {
		boolean constructor = ASTHelpers.getSymbol(method).isConstructor();
		Finding finding = Finding.of(creation.path(), group,
				"If " + (constructor ? "the constructor" : method.getName() + "()")
						+ " fails after tasks were given to this scheduler, nobody gets hold of it to call "
						+ creation.kind().end() + "; end it before the exception leaves");
		WaysOut own = LifeInMethod.ofOwnThrows(this.unit, group, creation.path(), method, startsLazily(creation),
				inInitializer);
		return LifeInMethod.leavesAlive(own.thrown()) ? finding : finding.asSuggestion();
	}

	/** A pool or wheel has no thread before it has a task; a Timer has. */
	private static boolean startsLazily(Creation creation) {
		return creation.kind() != Creation.Kind.JDK_TIMER;
	}

}
