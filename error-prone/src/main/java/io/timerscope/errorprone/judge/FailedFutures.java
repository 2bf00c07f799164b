package io.timerscope.errorprone.judge;

import java.util.List;
import java.util.Objects;
import java.util.Set;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import org.jspecify.annotations.Nullable;
import io.timerscope.errorprone.unit.Mentions;
import io.timerscope.errorprone.unit.Schedule;
import io.timerscope.errorprone.unit.TaskBodies;
import io.timerscope.errorprone.unit.UnitModel;

/**
 * Says whether a task does nothing but fail a future when its time is up.
 */
public final class FailedFutures {

	private static final Set<String> FAILURES = Set.of("completeExceptionally", "tryFailure", "setFailure",
			"setException", "tryFail", "setErrorResult", "completeOnTimeout");

	/** What a task calls that does the work of the future itself. */
	private static final Set<String> SUCCESSES = Set.of("complete", "setSuccess", "trySuccess", "set", "tryComplete");

	private static final int DEPTH = 3;

	private final UnitModel unit;

	private final TaskBodies bodies;

	public FailedFutures(UnitModel unit) {
		this.unit = unit;
		this.bodies = new TaskBodies(unit);
	}

	public boolean isFailedBy(Schedule schedule) {
		return this.bodies.of(schedule).stream().anyMatch((body) -> fails(body, DEPTH));
	}

	private boolean fails(Tree body, int depth) {
		if (Mentions.of(body).stream().anyMatch((symbol) -> SUCCESSES.contains(symbol.getSimpleName().toString()))) {
			return false;
		}
		boolean[] failed = new boolean[1];
		new TreeScanner<@Nullable Void, @Nullable Void>() {

			@Override
			public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void unused) {
				failed[0] |= isFailure(call);
				return super.visitMethodInvocation(call, null);
			}

			@Override
			public @Nullable Void visitMemberReference(MemberReferenceTree reference, @Nullable Void unused) {
				failed[0] |= FAILURES.contains(reference.getName().toString());
				return super.visitMemberReference(reference, null);
			}

		}.scan(body, null);
		return failed[0] || (depth > 0 && calls(body).stream().anyMatch((next) -> fails(next, depth - 1)));
	}

	private boolean isFailure(MethodInvocationTree call) {
		String name = ASTHelpers.getSymbol(call).getSimpleName().toString();
		ExpressionTree receiver = ASTHelpers.getReceiver(call);
		if (FAILURES.contains(name)) {
			return receiver != null;
		}
		return name.equals("cancel") && this.unit.types()
			.isAny(ASTHelpers.getType(receiver), "java.util.concurrent.CompletableFuture",
					"com.google.common.util.concurrent.ListenableFuture", "io.netty.util.concurrent.Promise");
	}

	private List<Tree> calls(Tree body) {
		return this.bodies.methodsNamedIn(body).stream().map(this::bodyOf).toList();
	}

	private Tree bodyOf(MethodSymbol method) {
		MethodTree tree = this.unit.declarations().method(method);
		return Objects.requireNonNull(tree).getBody();
	}

}
