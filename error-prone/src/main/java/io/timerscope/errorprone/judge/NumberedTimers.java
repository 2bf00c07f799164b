package io.timerscope.errorprone.judge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import org.jspecify.annotations.Nullable;

import io.timerscope.errorprone.trace.Reach;
import io.timerscope.errorprone.unit.Mentions;
import io.timerscope.errorprone.unit.Places;
import io.timerscope.errorprone.unit.Singletons;
import io.timerscope.errorprone.unit.UnitModel;

/**
 * Knows timers by their shape: one method takes code and gives back a number, another of
 * the same type takes the number and cancels.
 */
public final class NumberedTimers {

	private static final List<String> PERIODIC = List.of("periodic", "interval", "repeat", "every", "fixedrate",
			"fixeddelay", "recurring");

	private static final List<String> TIMERS = List.of("timer", "schedule", "periodic", "interval", "every", "repeat",
			"recurring");

	private static final List<String> CANCELS = List.of("cancel", "clear", "remove", "stop", "kill", "unschedule",
			"delete");

	private final UnitModel unit;

	private final Singletons singletons;

	public NumberedTimers(UnitModel unit) {
		this.unit = unit;
		this.singletons = new Singletons(unit.types());
	}

	/** The calls that start a periodic timer whose number is not used to cancel it. */
	public List<TreePath> neverCancelled() {
		List<TreePath> starts = new ArrayList<>();
		List<TreePath> cancels = new ArrayList<>();
		new TreePathScanner<@Nullable Void, @Nullable Void>() {

			@Override
			public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void unused) {
				if (startsTimer(call)) {
					starts.add(getCurrentPath());
				}
				else if (isCancel(ASTHelpers.getSymbol(call))) {
					cancels.add(getCurrentPath());
				}
				return super.visitMethodInvocation(call, null);
			}

		}.scan(new TreePath(this.unit.tree()), null);
		return starts.stream().filter((start) -> isLost(start, cancels)).toList();
	}

	private boolean startsTimer(MethodInvocationTree call) {
		MethodSymbol method = ASTHelpers.getSymbol(call);
		String name = method.getSimpleName().toString().toLowerCase(Locale.ROOT);
		return isNumber(method.getReturnType()) && TIMERS.stream().anyMatch(name::contains)
				&& call.getArguments().stream().anyMatch(this::isCode)
				&& (PERIODIC.stream().anyMatch(name::contains) || call.getArguments()
					.stream()
					.anyMatch((it) -> Boolean.TRUE.equals(ASTHelpers.constValue(it))))
				&& cancelOf(method).isPresent();
	}

	private boolean isCode(ExpressionTree argument) {
		Type type = ASTHelpers.getType(argument);
		return type != null && type.tsym != null && this.unit.javac().isFunctionalInterface(type.tsym);
	}

	private Optional<MethodSymbol> cancelOf(MethodSymbol start) {
		for (Type type : this.unit.javac().closure(start.owner.type)) {
			for (Symbol member : type.tsym.members().getSymbols((it) -> it instanceof MethodSymbol)) {
				if (isCancel((MethodSymbol) member)) {
					return Optional.of((MethodSymbol) member);
				}
			}
		}
		return Optional.empty();
	}

	private static boolean isCancel(MethodSymbol method) {
		String name = method.getSimpleName().toString().toLowerCase(Locale.ROOT);
		return CANCELS.stream().anyMatch(name::startsWith) && method.getParameters().size() == 1
				&& isNumber(method.getParameters().get(0).type);
	}

	private static boolean isNumber(Type type) {
		return switch (type.tsym.getQualifiedName().toString()) {
			case "int", "long", "java.lang.Integer", "java.lang.Long" -> true;
			default -> false;
		};
	}

	private boolean isLost(TreePath start, List<TreePath> cancels) {
		if (Places.isInMain(start) || this.singletons.isInside(start) || isEndedWithItsContext(start)
				|| Places.isStatic(start) || isLentForOneCall(start)) {
			return false;
		}
		if (Places.isDropped(start, this.unit.javac())) {
			return cancels.stream().noneMatch((cancel) -> cancelsItself(start, cancel));
		}
		VarSymbol kept = keptIn(start);
		return kept != null && !this.unit.declarations().isVisibleOutside(kept) && !isPassedOn(kept)
				&& cancels.stream().noneMatch((cancel) -> mayName(cancel, kept, new HashSet<>()));
	}

	/** Whoever passes the timers to a method, ends them. */
	private static boolean isLentForOneCall(TreePath start) {
		ExpressionTree receiver = ASTHelpers.getReceiver((ExpressionTree) start.getLeaf());
		Symbol symbol = (receiver != null) ? ASTHelpers.getSymbol(receiver) : null;
		MethodSymbol method = Places.methodSymbol(start);
		return symbol instanceof VarSymbol && method != null && !method.isConstructor()
				&& method.getParameters().contains(symbol);
	}

	/** Vert.x cancels what a verticle left behind. */
	private boolean isEndedWithItsContext(TreePath start) {
		return Places.classes(start)
			.stream()
			.anyMatch(
					(type) -> this.unit.types().isAny(type.type, "io.vertx.core.Verticle", "io.vertx.core.Deployable"));
	}

	/** {@code setPeriodic(1000, id -> { if (done) cancelTimer(id); })}. */
	private boolean cancelsItself(TreePath start, TreePath cancel) {
		for (Tree around : cancel) {
			if (around instanceof LambdaExpressionTree && Reach.containsAny(start.getLeaf(), List.of(around))) {
				return true;
			}
		}
		return ((MethodInvocationTree) start.getLeaf()).getArguments()
			.stream()
			.flatMap((argument) -> Mentions.of(argument).stream())
			.anyMatch((named) -> named.equals(Places.methodSymbol(cancel)));
	}

	private static @Nullable VarSymbol keptIn(TreePath start) {
		Tree parent = Places.outsideParentheses(start).getParentPath().getLeaf();
		Symbol symbol = (parent instanceof VariableTree variable) ? ASTHelpers.getSymbol(variable)
				: (parent instanceof AssignmentTree assignment) ? ASTHelpers.getSymbol(assignment.getVariable()) : null;
		return (symbol instanceof VarSymbol kept) ? kept : null;
	}

	private boolean isPassedOn(VarSymbol kept) {
		return this.unit.readsOf(kept).stream().anyMatch((use) -> {
			Tree parent = use.getParentPath().getLeaf();
			return parent instanceof com.sun.source.tree.ReturnTree
					|| parent instanceof com.sun.source.tree.NewClassTree
					|| (parent instanceof MethodInvocationTree call && !isCancel(ASTHelpers.getSymbol(call)));
		});
	}

	private boolean mayName(TreePath cancel, VarSymbol kept, Set<Symbol> seen) {
		return Mentions.of(((MethodInvocationTree) cancel.getLeaf()).getArguments().get(0))
			.stream()
			.anyMatch((symbol) -> symbol == kept || comesFrom(symbol, kept, seen));
	}

	/** A local copy of the number. */
	private boolean comesFrom(Symbol symbol, VarSymbol kept, Set<Symbol> seen) {
		if (!(symbol instanceof VarSymbol variable) || !seen.add(symbol)) {
			return false;
		}
		TreePath path = this.unit.declarations().find(variable);
		if (path == null || !(path.getLeaf() instanceof VariableTree local) || local.getInitializer() == null) {
			return !(variable.owner instanceof Symbol.ClassSymbol);
		}
		return Mentions.of(local.getInitializer())
			.stream()
			.anyMatch((next) -> next == kept || comesFrom(next, kept, seen));
	}

}
