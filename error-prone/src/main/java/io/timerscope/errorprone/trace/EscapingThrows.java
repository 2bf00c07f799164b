package io.timerscope.errorprone.trace;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.UnionTypeTree;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.Types;
import org.jspecify.annotations.Nullable;
import io.timerscope.errorprone.unit.Mentions;
import io.timerscope.errorprone.unit.UnitModel;

/**
 * Finds the {@code throw} statements that leave a piece of code, calls within the
 * compilation unit followed.
 */
public final class EscapingThrows extends TreeScanner<@Nullable Void, @Nullable Void> {

	private static final int DEPTH = 4;

	private final UnitModel unit;

	private final Types types;

	private final Deque<Type> caught = new ArrayDeque<>();

	private final Deque<ExpressionTree> conditions = new ArrayDeque<>();

	private final Set<MethodSymbol> entered = new HashSet<>();

	private final List<Escape> escaping = new ArrayList<>();

	private final List<Escape> ofListeners = new ArrayList<>();

	private final @Nullable Listeners listeners;

	private EscapingThrows(UnitModel unit, @Nullable Listeners listeners) {
		this.unit = unit;
		this.types = unit.javac();
		this.listeners = listeners;
	}

	/**
	 * What may leave the code as an exception.
	 *
	 * @param place the statement or call that throws
	 * @param type what it throws
	 */
	public record Escape(Tree place, Type type) {
	}

	public static List<Escape> of(Tree body, UnitModel unit) {
		EscapingThrows throwing = new EscapingThrows(unit, null);
		throwing.scan(body, null);
		return throwing.escaping;
	}

	/** What code that others gave the object may throw, past every catch of the body. */
	public static List<Escape> ofListeners(Tree body, UnitModel unit) {
		EscapingThrows throwing = new EscapingThrows(unit, new Listeners(unit, body));
		throwing.scan(body, null);
		return throwing.ofListeners;
	}

	@Override
	public @Nullable Void visitIf(IfTree tree, @Nullable Void unused) {
		this.conditions.push(tree.getCondition());
		super.visitIf(tree, null);
		this.conditions.pop();
		return null;
	}

	/** {@code if (closed) throw …} is no accident. */
	private boolean isAfterTheEnd() {
		return this.conditions.stream()
			.flatMap((condition) -> Mentions.of(condition).stream())
			.anyMatch((symbol) -> symbol instanceof VarSymbol flag && this.unit.isRaisedAtTheEnd(flag));
	}

	@Override
	public @Nullable Void visitThrow(ThrowTree tree, @Nullable Void unused) {
		raise(tree, ASTHelpers.getType(tree.getExpression()));
		return super.visitThrow(tree, null);
	}

	private void raise(Tree place, @Nullable Type type) {
		if (type != null && isAccident(type) && !isAfterTheEnd()
				&& this.caught.stream().noneMatch((by) -> this.types.isSubtype(type, by))) {
			this.escaping.add(new Escape(place, type));
		}
	}

	@Override
	public @Nullable Void visitTry(TryTree tree, @Nullable Void unused) {
		int before = this.caught.size();
		for (CatchTree handler : tree.getCatches()) {
			caughtBy(handler).forEach(this.caught::push);
		}
		scan(tree.getResources(), null);
		scan(tree.getBlock(), null);
		while (this.caught.size() > before) {
			this.caught.pop();
		}
		for (CatchTree handler : tree.getCatches()) {
			if (caughtBy(handler).stream().noneMatch(EscapingThrows::isInterruption)) {
				scan(handler.getBlock(), null);
			}
		}
		return scan(tree.getFinallyBlock(), null);
	}

	@Override
	public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void unused) {
		MethodSymbol method = ASTHelpers.getSymbol(tree);
		ExpressionTree receiver = ASTHelpers.getReceiver(tree);
		boolean own = receiver == null || ASTHelpers.isStatic(method)
				|| (receiver instanceof IdentifierTree name && name.getName().contentEquals("this"));
		if (own) {
			enter(method);
		}
		if (this.listeners != null && this.listeners.areCalledBy(tree)) {
			int before = this.escaping.size();
			raise(tree, this.unit.runtimeException());
			this.ofListeners.addAll(this.escaping.subList(before, this.escaping.size()));
		}
		if (runsItsArguments(method)) {
			tree.getArguments().forEach((argument) -> runNow(argument, method));
		}
		return super.visitMethodInvocation(tree, null);
	}

	private void enter(MethodSymbol method) {
		if (this.unit.declarations().hasBody(method) && this.entered.size() < DEPTH && this.entered.add(method)) {
			MethodTree body = this.unit.declarations().method(method);
			scan((body != null) ? body.getBody() : null, null);
			this.entered.remove(method);
		}
	}

	/**
	 * {@code gauges.forEach(…)}, {@code rows.stream().map(…)},
	 * {@code found.ifPresent(…)}.
	 */
	private boolean runsItsArguments(MethodSymbol method) {
		String owner = method.owner.getQualifiedName().toString();
		return (owner.startsWith("java.util.") || owner.equals("java.lang.Iterable"))
				&& (this.unit.types().isContainer(method.owner.type) || owner.startsWith("java.util.Optional"));
	}

	private void runNow(ExpressionTree argument, MethodSymbol called) {
		if (argument instanceof LambdaExpressionTree lambda) {
			if (called.getSimpleName().contentEquals("orElseThrow")
					&& lambda.getBody() instanceof ExpressionTree made) {
				raise(made, ASTHelpers.getType(made));
			}
			scan(lambda.getBody(), null);
		}
		else if (argument instanceof MemberReferenceTree reference) {
			MethodSymbol named = ASTHelpers.getSymbol(reference);
			if (called.getSimpleName().contentEquals("orElseThrow") && named.isConstructor()) {
				raise(reference, named.owner.type);
			}
			enter(named);
		}
	}

	@Override
	public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void unused) {
		return null;
	}

	@Override
	public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
		return null;
	}

	/** A branch that is there for completeness only. */
	@Override
	public @Nullable Void visitCase(CaseTree tree, @Nullable Void unused) {
		return tree.getExpressions().isEmpty() ? null : super.visitCase(tree, null);
	}

	@Override
	public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void unused) {
		scan(tree.getEnclosingExpression(), null);
		return scan(tree.getArguments(), null);
	}

	/**
	 * Checked exceptions cannot leave a task, and a cancellation is thrown on purpose.
	 */
	private boolean isAccident(Type type) {
		boolean unchecked = isA(type, "java.lang.RuntimeException") || isA(type, "java.lang.Error");
		return unchecked && !isA(type, "java.util.concurrent.CancellationException")
				&& !isA(type, "java.util.concurrent.RejectedExecutionException")
				&& !isA(type, "java.lang.AssertionError") && !isA(type, "java.lang.UnsupportedOperationException");
	}

	private boolean isA(Type type, String name) {
		return this.unit.types().isAny(type, name);
	}

	private static List<Type> caughtBy(CatchTree handler) {
		Tree declared = handler.getParameter().getType();
		List<? extends Tree> alternatives = (declared instanceof UnionTypeTree union) ? union.getTypeAlternatives()
				: List.of(declared);
		return alternatives.stream().map(ASTHelpers::getType).filter(java.util.Objects::nonNull).toList();
	}

	private static boolean isInterruption(Type type) {
		return type.tsym.getSimpleName().contentEquals("InterruptedException");
	}

}
