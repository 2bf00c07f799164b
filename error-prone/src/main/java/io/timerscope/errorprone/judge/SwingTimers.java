package io.timerscope.errorprone.judge;

import java.util.List;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import org.jspecify.annotations.Nullable;

import io.timerscope.errorprone.unit.Creation;
import io.timerscope.errorprone.unit.Group;
import io.timerscope.errorprone.unit.UnitModel;

/**
 * Knows Swing's timers: they need no end before they are started, nor if they fire once,
 * nor if their own listener stops them.
 */
final class SwingTimers {

	private final UnitModel unit;

	SwingTimers(UnitModel unit) {
		this.unit = unit;
	}

	/** Whether the timer goes on until somebody stops it. */
	boolean ticks(Creation creation, Group group) {
		boolean started = this.unit.isMaintained(group, "start") || this.unit.isMaintained(group, "restart");
		return started && !this.unit.isMaintained(group, "setRepeats")
				&& !(creation.tree() instanceof NewClassTree made && stopsItself(made.getArguments()));
	}

	private boolean stopsItself(List<? extends ExpressionTree> listeners) {
		boolean[] found = new boolean[1];
		new TreeScanner<@Nullable Void, @Nullable Void>() {

			@Override
			public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void unused) {
				Tree receiver = ASTHelpers.getReceiver(call);
				found[0] |= ASTHelpers.getSymbol(call).getSimpleName().contentEquals("stop") && receiver != null
						&& SwingTimers.this.unit.types().isScheduler(ASTHelpers.getType(receiver));
				return super.visitMethodInvocation(call, null);
			}

		}.scan(listeners, null);
		return found[0];
	}

}
