package io.timerscope.errorprone.judge;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.util.TreePath;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import org.jspecify.annotations.Nullable;

import io.timerscope.errorprone.trace.Bodies;
import io.timerscope.errorprone.unit.LifecycleNames;
import io.timerscope.errorprone.unit.Mentions;
import io.timerscope.errorprone.unit.Places;
import io.timerscope.errorprone.unit.Schedule;
import io.timerscope.errorprone.unit.Singletons;
import io.timerscope.errorprone.unit.UnitModel;

/**
 * Finds delayed tasks that start again what their object has ended meanwhile: the object
 * raises a flag, and the task does not ask for it.
 */
final class Revivals {

	private static final List<String> BEGINNINGS = List.of("connect", "reconnect", "dial", "login", "open", "start",
			"restart", "resubscribe", "subscribe", "register", "retry", "attempt", "join", "init", "begin", "resume");

	private final UnitModel unit;

	private final Singletons singletons;

	Revivals(UnitModel unit) {
		this.unit = unit;
		this.singletons = new Singletons(unit.types());
	}

	/** The method whose flag the task should have asked for. */
	Optional<String> ignoredEnd(Schedule schedule) {
		List<ClassSymbol> around = Places.classes(schedule.path());
		if (around.isEmpty() || this.singletons.isInside(schedule.path()) || Places.isStatic(schedule.path())) {
			return Optional.empty();
		}
		Bodies bodies = Bodies.of(schedule, this.unit);
		if (!beginsSomething(bodies)) {
			return Optional.empty();
		}
		List<MethodSymbol> ends = this.unit.declarations()
			.methods()
			.keySet()
			.stream()
			.filter((method) -> around.contains(method.owner) && isEnd(method) && !flagsOf(method).isEmpty())
			.toList();
		boolean asked = ends.stream()
			.flatMap((method) -> flagsOf(method).stream())
			.anyMatch((flag) -> isAsked(flag, bodies));
		return asked ? Optional.empty()
				: ends.stream()
					.map((method) -> method.getSimpleName().toString())
					.findFirst()
					.or(() -> withdrawn(schedule, bodies, around));
	}

	/**
	 * {@code if (wanted != null) schedule(this::connect)}, and an end that sets
	 * {@code wanted = null}.
	 */
	private Optional<String> withdrawn(Schedule schedule, Bodies bodies, List<ClassSymbol> around) {
		Set<Symbol> wanted = new HashSet<>();
		Places.conditions(schedule.path()).forEach((condition) -> wanted.addAll(Mentions.of(condition)));
		return this.unit.declarations()
			.methods()
			.keySet()
			.stream()
			.filter((method) -> around.contains(method.owner) && isEnd(method))
			.filter((method) -> wanted.stream()
				.anyMatch((flag) -> flag instanceof VarSymbol field && isWithdrawnIn(method, field)
						&& this.unit.readsOf(field).stream().noneMatch((use) -> isAskedAtOnce(use, bodies))))
			.map((method) -> method.getSimpleName().toString())
			.findFirst();
	}

	private boolean isWithdrawnIn(MethodSymbol method, VarSymbol field) {
		return field.owner instanceof ClassSymbol && this.unit.writesOf(field)
			.stream()
			.anyMatch((write) -> Places.methodSymbol(write) == method && !Places.isInLambda(write)
					&& write.getParentPath().getLeaf() instanceof AssignmentTree assignment
					&& assignment.getExpression().getKind() == Tree.Kind.NULL_LITERAL);
	}

	/** Not in a listener that the task leaves for later. */
	private static boolean isAskedAtOnce(TreePath use, Bodies bodies) {
		for (Tree at : use) {
			if (bodies.code().contains(at)) {
				return true;
			}
			if (at instanceof LambdaExpressionTree || at instanceof ClassTree) {
				return false;
			}
		}
		return false;
	}

	private boolean isAsked(VarSymbol flag, Bodies bodies) {
		return this.unit.readsOf(flag).stream().anyMatch(bodies::contains);
	}

	private static boolean isEnd(MethodSymbol method) {
		String name = method.getSimpleName().toString().toLowerCase(Locale.ROOT);
		return LifecycleNames.isEndOfLife(method.getSimpleName().toString()) && !name.contains("cancel");
	}

	private static boolean beginsSomething(Bodies bodies) {
		return bodies.code()
			.stream()
			.flatMap((code) -> Mentions.of(code).stream())
			.filter(MethodSymbol.class::isInstance)
			.map((method) -> method.getSimpleName().toString().toLowerCase(Locale.ROOT))
			.anyMatch((name) -> BEGINNINGS.stream().anyMatch(name::startsWith))
				|| bodies.methods()
					.stream()
					.map((method) -> method.getSimpleName().toString().toLowerCase(Locale.ROOT))
					.anyMatch((name) -> BEGINNINGS.stream().anyMatch(name::startsWith));
	}

	/** The fields that the method sets to a constant. */
	private Set<VarSymbol> flagsOf(MethodSymbol method) {
		Set<VarSymbol> flags = new HashSet<>();
		MethodTree tree = this.unit.declarations().method(method);
		Tree body = (tree != null) ? tree.getBody() : null;
		new TreeScanner<@Nullable Void, @Nullable Void>() {

			@Override
			public @Nullable Void visitAssignment(AssignmentTree write, @Nullable Void unused) {
				if (ASTHelpers.getSymbol(write.getVariable()) instanceof VarSymbol field
						&& field.owner instanceof ClassSymbol
						&& ASTHelpers.constValue(write.getExpression()) instanceof Boolean) {
					flags.add(field);
				}
				return super.visitAssignment(write, null);
			}

		}.scan(body, null);
		return flags;
	}

}
