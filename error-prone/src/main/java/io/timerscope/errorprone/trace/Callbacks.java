package io.timerscope.errorprone.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import org.jspecify.annotations.Nullable;

/**
 * Finds the code that a piece of code leaves for later: callbacks of futures, streams and
 * listeners.
 */
public final class Callbacks {

	private static final Set<String> LATER = Set.of("whenComplete", "whenCompleteAsync", "handle", "handleAsync",
			"thenRun", "thenRunAsync", "thenAccept", "thenAcceptAsync", "thenApply", "thenApplyAsync", "thenCompose",
			"exceptionally", "addListener", "addCallback", "subscribe", "doFinally", "doOnTerminate", "onComplete",
			"onSuccess", "onFailure", "execute", "submit", "runAsync", "supplyAsync", "send", "async");

	private Callbacks() {
	}

	public static List<Tree> in(Tree code) {
		List<Tree> found = new ArrayList<>();
		new TreeScanner<@Nullable Void, @Nullable Void>() {

			@Override
			public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void unused) {
				if (LATER.contains(ASTHelpers.getSymbol(call).getSimpleName().toString())) {
					call.getArguments()
						.stream()
						.filter((argument) -> argument instanceof LambdaExpressionTree
								|| argument instanceof MemberReferenceTree)
						.forEach(found::add);
				}
				return super.visitMethodInvocation(call, null);
			}

		}.scan(code, null);
		return found;
	}

}
