package io.timerscope.errorprone.judge;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import io.timerscope.errorprone.unit.Group;
import io.timerscope.errorprone.unit.Mentions;
import io.timerscope.errorprone.unit.Places;
import io.timerscope.errorprone.unit.TaskBodies;
import io.timerscope.errorprone.unit.UnitModel;

/**
 * Finds methods that forget a value which other methods would have ended: a field set to
 * null, an entry taken out of a map.
 */
public final class Resets {

	private static final Set<String> FORGETTING = Set.of("remove", "clear", "removeFirst", "removeLast", "poll", "pop");

	private final UnitModel unit;

	private final TaskBodies bodies;

	public Resets(UnitModel unit) {
		this.unit = unit;
		this.bodies = new TaskBodies(unit);
	}

	/** The method that sets the field to null and does nothing else with it. */
	public Optional<MethodSymbol> forgottenIn(Group group) {
		return group.fields()
			.filter((field) -> !this.unit.types().isContainer(field.type))
			.flatMap((field) -> this.unit.writesOf(field)
				.stream()
				.filter(Resets::isNull)
				.filter((write) -> isLastWord(write, field, group)))
			.map(Places::methodSymbol)
			.findFirst();
	}

	/** The method that takes an entry out of a collection and drops it. */
	public Optional<MethodSymbol> removedIn(Group group) {
		return group.fields()
			.filter((field) -> this.unit.types().isContainer(field.type))
			.flatMap((field) -> this.unit.readsOf(field)
				.stream()
				.filter((use) -> isDroppedRemoval(use))
				.filter((use) -> isOnlyUse(use, field, group)))
			.map(Places::methodSymbol)
			.findFirst();
	}

	private boolean isLastWord(TreePath write, VarSymbol field, Group group) {
		MethodTree method = Places.method(write);
		if (method == null || ASTHelpers.getSymbol(method).isConstructor()
				|| this.unit.readsOf(field).stream().anyMatch((use) -> Places.isSameMethod(use, write))) {
			return false;
		}
		return isApartFromAnyEnd(method, write, group, field);
	}

	private boolean isOnlyUse(TreePath use, VarSymbol field, Group group) {
		MethodTree method = Places.method(use);
		return method != null
				&& this.unit.readsOf(field).stream().filter((read) -> Places.isSameMethod(read, use)).count() == 1
				&& isApartFromAnyEnd(method, use, group, field);
	}

	/** Nothing in the method, in what it calls, or in who calls it, ends the value. */
	private boolean isApartFromAnyEnd(MethodTree method, TreePath place, Group group, VarSymbol field) {
		MethodSymbol symbol = ASTHelpers.getSymbol(method);
		return this.unit.callsOf(symbol).isEmpty() && this.unit.declarations().isCalledFromOutside(symbol)
				&& group.ends().stream().noneMatch((end) -> Places.isSameMethod(end.path(), place))
				&& !isTask(method, group)
				&& Mentions.of(method)
					.stream()
					.noneMatch((called) -> called != symbol && leadsTo(called, field, new HashSet<>()));
	}

	private boolean leadsTo(Symbol called, VarSymbol field, Set<Symbol> seen) {
		MethodTree tree = this.unit.declarations().method(called);
		if (tree == null || tree.getBody() == null || !seen.add(called)) {
			return false;
		}
		Set<Symbol> mentioned = Mentions.of(tree.getBody());
		return mentioned.contains(field) || mentioned.stream().anyMatch((next) -> leadsTo(next, field, seen));
	}

	private boolean isTask(MethodTree method, Group group) {
		return this.unit.schedulesIn(group)
			.stream()
			.flatMap((schedule) -> this.bodies.of(schedule).stream())
			.anyMatch((body) -> body == method.getBody() || Mentions.of(body).contains(ASTHelpers.getSymbol(method)));
	}

	private boolean isDroppedRemoval(TreePath use) {
		TreePath select = use.getParentPath();
		return select.getLeaf() instanceof MemberSelectTree member
				&& FORGETTING.contains(member.getIdentifier().toString())
				&& select.getParentPath().getLeaf() instanceof MethodInvocationTree
				&& Places.isDropped(select.getParentPath(), this.unit.javac());
	}

	private static boolean isNull(TreePath write) {
		return write.getParentPath().getLeaf() instanceof AssignmentTree assignment
				&& assignment.getExpression().getKind() == Tree.Kind.NULL_LITERAL;
	}

}
