package io.timerscope.errorprone.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import org.jspecify.annotations.Nullable;

import io.timerscope.errorprone.trace.Reach;
import io.timerscope.errorprone.trace.Bodies;
import io.timerscope.errorprone.unit.Mentions;
import io.timerscope.errorprone.unit.Places;
import io.timerscope.errorprone.unit.Schedule;
import io.timerscope.errorprone.unit.UnitModel;

/**
 * Finds what a one-shot and other code of the unit compete for: a flag that the first of
 * them sets, a map entry that the first of them takes, a future that the first of them
 * completes. Whoever comes first should cancel the one-shot.
 */
final class Races {

	private static final Set<String> FLAGS = Set.of("compareAndSet", "compareAndExchange", "getAndSet",
			"weakCompareAndSetPlain", "weakCompareAndSetVolatile", "compareAndSetState");

	private static final Set<String> ENTRIES = Set.of("remove", "pollFirst", "invalidate");

	private static final Set<String> COMPLETIONS = Set.of("complete", "completeExceptionally", "cancel", "setSuccess",
			"trySuccess", "setFailure", "tryFailure", "set", "setException", "tryComplete", "tryFail", "onNext",
			"success", "error", "tryEmitValue", "tryEmitError", "setResult", "setErrorResult");

	static final Set<String> SETS = Set.of("set", "lazySet", "setRelease", "compareAndSet", "getAndSet");

	private final UnitModel unit;

	private final SelfReschedules loops;

	Races(UnitModel unit) {
		this.unit = unit;
		this.loops = new SelfReschedules(unit);
	}

	/** The name of what others may take first, empty if the task is alone. */
	Optional<String> lostBy(Schedule schedule) {
		if (this.loops.comesBack(schedule)) {
			return Optional.empty();
		}
		Bodies bodies = Bodies.near(schedule, this.unit);
		for (MethodInvocationTree call : contestsIn(bodies)) {
			VarSymbol contested = contested(call);
			if (contested != null && !isReset(contested) && !(isFlag(call) && isSeenByOthers(contested))
					&& (isTakenElsewhere(contested, bodies, schedule) || isReachedElsewhere(call, bodies))) {
				return Optional.of(contested.getSimpleName().toString());
			}
		}
		return finishedElsewhere(bodies).or(() -> new AskedFlags(this.unit).askedAndSet(bodies, schedule));
	}

	private List<MethodInvocationTree> contestsIn(Bodies bodies) {
		List<MethodInvocationTree> found = new ArrayList<>();
		for (Tree code : bodies.code()) {
			if (code instanceof MethodInvocationTree dropped && isEntry(dropped)) {
				continue; // the whole of a lambda
			}
			new TreeScanner<@Nullable Void, Boolean>() {

				@Override
				public @Nullable Void visitMethodInvocation(MethodInvocationTree call, Boolean used) {
					if (contested(call) != null) {
						found.add(call);
					}
					return super.visitMethodInvocation(call, used);
				}

				@Override
				public @Nullable Void visitExpressionStatement(com.sun.source.tree.ExpressionStatementTree tree,
						Boolean used) {
					// An entry that is taken out and dropped is a clean-up, not a
					// decision
					return (tree.getExpression() instanceof MethodInvocationTree call && isEntry(call)) ? null
							: super.visitExpressionStatement(tree, used);
				}

			}.scan(code, true);
		}
		return found;
	}

	private @Nullable VarSymbol contested(MethodInvocationTree call) {
		ExpressionTree receiver = ASTHelpers.getReceiver(call);
		if (receiver == null || !(ASTHelpers.getSymbol(receiver) instanceof VarSymbol symbol)) {
			return null;
		}
		return (isFlag(call) || isEntry(call) || isCompletion(call)) ? symbol : null;
	}

	private boolean isFlag(MethodInvocationTree call) {
		return FLAGS.contains(name(call)) && name(call).length() > 0
				&& this.unit.types()
					.isAny(ASTHelpers.getReceiverType(call), "java.util.concurrent.atomic.AtomicBoolean",
							"java.util.concurrent.atomic.AtomicInteger", "java.util.concurrent.atomic.AtomicLong",
							"java.util.concurrent.atomic.AtomicReference",
							"java.util.concurrent.atomic.AtomicIntegerFieldUpdater",
							"java.util.concurrent.atomic.AtomicReferenceFieldUpdater", "java.lang.invoke.VarHandle");
	}

	private boolean isEntry(MethodInvocationTree call) {
		return ENTRIES.contains(name(call))
				&& this.unit.types().isAny(ASTHelpers.getReceiverType(call), "java.util.Map", "java.util.Collection");
	}

	private boolean isCompletion(MethodInvocationTree call) {
		Type type = ASTHelpers.getReceiverType(call);
		return COMPLETIONS.contains(name(call)) && this.unit.types()
			.isAny(type, "java.util.concurrent.CompletableFuture", "io.netty.util.concurrent.Promise",
					"com.google.common.util.concurrent.AbstractFuture", "reactor.core.publisher.MonoSink",
					"reactor.core.publisher.Sinks$One", "reactor.core.publisher.Sinks.One",
					"org.springframework.web.context.request.async.DeferredResult");
	}

	/** A flag that is lowered again decides nothing for good. */
	private boolean isReset(VarSymbol flag) {
		return this.unit.readsOf(flag)
			.stream()
			.filter((use) -> use.getParentPath().getParentPath().getLeaf() instanceof MethodInvocationTree)
			.map((use) -> (MethodInvocationTree) use.getParentPath().getParentPath().getLeaf())
			.anyMatch((call) -> ASTHelpers.getReceiver(call) != null && !call.getArguments().isEmpty()
					&& SETS.contains(name(call)) && Boolean.FALSE
						.equals(ASTHelpers.constValue(call.getArguments().get(call.getArguments().size() - 1))));
	}

	/** Code of others may lower the flag again. */
	private boolean isSeenByOthers(VarSymbol flag) {
		return flag.owner instanceof Symbol.ClassSymbol && this.unit.declarations().isVisibleOutside(flag);
	}

	private static String name(MethodInvocationTree call) {
		return ASTHelpers.getSymbol(call).getSimpleName().toString();
	}

	/** Other code, that runs later than the call that schedules, competes as well. */
	private boolean isTakenElsewhere(VarSymbol contested, Bodies bodies, Schedule schedule) {
		List<VarSymbol> same = new ArrayList<>(List.of(contested));
		this.unit.groupOf(contested)
			.symbols()
			.filter(VarSymbol.class::isInstance)
			.map(VarSymbol.class::cast)
			.forEach(same::add);
		return same.stream()
			.flatMap((symbol) -> this.unit.readsOf(symbol).stream())
			.filter((use) -> !bodies.contains(use) && !isAtOnce(use, schedule))
			.anyMatch((use) -> use.getParentPath().getLeaf() instanceof MemberSelectTree
					&& use.getParentPath().getParentPath().getLeaf() instanceof MethodInvocationTree call
					&& ASTHelpers.getReceiver(call) == use.getLeaf() && contested(call) != null);
	}

	/** In the method that schedules, and not in a callback there. */
	private static boolean isAtOnce(TreePath use, Schedule schedule) {
		if (!Places.isSameMethod(use, schedule.path())) {
			return false;
		}
		for (Tree around : use) {
			if (around instanceof LambdaExpressionTree || around instanceof ClassTree) {
				return false;
			}
			if (around instanceof MethodTree) {
				return true;
			}
		}
		return true;
	}

	/** The method that decides the race has callers besides the task. */
	private boolean isReachedElsewhere(Tree call, Bodies bodies) {
		return bodies.methods()
			.stream()
			.filter((method) -> contains(method, call))
			.anyMatch((method) -> isCalledElsewhere(method, bodies));
	}

	private boolean isCalledElsewhere(MethodSymbol method, Bodies bodies) {
		return this.unit.callsOf(method).stream().anyMatch((use) -> !bodies.contains(use));
	}

	private boolean contains(MethodSymbol method, Tree call) {
		MethodTree tree = this.unit.declarations().method(method);
		return tree != null && Reach.containsAny(tree, List.of(call));
	}

	/** {@code if (done) return; done = true;} in a method that both of them call. */
	private Optional<String> finishedElsewhere(Bodies bodies) {
		return bodies.methods()
			.stream()
			.filter((method) -> isCalledElsewhere(method, bodies) && decidesOnce(method))
			.map((method) -> "what " + method.getSimpleName() + "() finishes")
			.findFirst();
	}

	/** {@code pending = false} somewhere: the next round decides anew. */
	private boolean isLowered(Symbol flag) {
		return flag instanceof VarSymbol variable && (isSeenByOthers(variable) || this.unit.writesOf(variable)
			.stream()
			.anyMatch((write) -> write.getParentPath().getLeaf() instanceof AssignmentTree assignment
					&& Boolean.FALSE.equals(ASTHelpers.constValue(assignment.getExpression()))));
	}

	private boolean decidesOnce(MethodSymbol method) {
		MethodTree tree = this.unit.declarations().method(method);
		List<Symbol> asked = new ArrayList<>();
		List<Symbol> raised = new ArrayList<>();
		new TreeScanner<@Nullable Void, @Nullable Void>() {

			@Override
			public @Nullable Void visitIf(IfTree tree, @Nullable Void unused) {
				asked.addAll(Mentions.of(tree.getCondition()));
				return super.visitIf(tree, null);
			}

			@Override
			public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void unused) {
				if (Boolean.TRUE.equals(ASTHelpers.constValue(tree.getExpression()))
						&& ASTHelpers.getSymbol(tree.getVariable()) instanceof VarSymbol field
						&& field.owner instanceof Symbol.ClassSymbol) {
					raised.add(field);
				}
				return super.visitAssignment(tree, null);
			}

		}.scan(tree, null);
		return raised.stream().anyMatch((flag) -> asked.contains(flag) && !isLowered(flag));
	}

}
