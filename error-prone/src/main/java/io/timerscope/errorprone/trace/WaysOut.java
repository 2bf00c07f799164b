package io.timerscope.errorprone.trace;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.WhileLoopTree;
import org.jspecify.annotations.Nullable;

/**
 * Walks the ways through one method body, and says with what of a value each leaves it:
 * not made yet, alive, or taken care of.
 */
public final class WaysOut {

	/** The value is not there. */
	public static final int NONE = 1;

	/** The value is made, and nothing runs on it yet. */
	public static final int IDLE = 2;

	/** The value needs an end from here on. */
	public static final int ALIVE = 4;

	/** The value is ended, or handed to somebody else. */
	public static final int SETTLED = 8;

	/** What a statement or condition does to the value, calls and all. */
	public interface Steps {

		/** The states after the code has run. */
		int after(Tree code, int before);

		/** Whether the code may end with an exception that is worth a word. */
		boolean mayThrow(Tree code);

		/** Whether the branch of the condition cannot be taken by a value alive. */
		boolean excludes(ExpressionTree condition, boolean then);

	}

	private final Steps steps;

	private int returned;

	private int thrown;

	private int broken;

	private final Deque<int[]> attempts = new ArrayDeque<>();

	public WaysOut(Steps steps) {
		this.steps = steps;
	}

	/** The states on the ways that end without an exception. */
	public int returned() {
		return this.returned;
	}

	/** The states on the ways that end with one. */
	public int thrown() {
		return this.thrown;
	}

	public void walk(BlockTree body, int before) {
		int fallsThrough = block(body.getStatements(), before);
		this.returned |= fallsThrough;
	}

	private int block(List<? extends Tree> statements, int before) {
		int state = before;
		for (Tree statement : statements) {
			state = statement(statement, state);
		}
		return state;
	}

	private int statement(@Nullable Tree tree, int before) {
		if (tree == null || before == 0) {
			return before;
		}
		if (tree instanceof BlockTree block) {
			return block(block.getStatements(), before);
		}
		if (tree instanceof SynchronizedTree guarded) {
			return statement(guarded.getBlock(), before);
		}
		if (tree instanceof LabeledStatementTree labelled) {
			return statement(labelled.getStatement(), before);
		}
		if (tree instanceof IfTree branch) {
			return branch(branch, before);
		}
		if (tree instanceof TryTree attempt) {
			return attempt(attempt, before);
		}
		if (tree instanceof ReturnTree end) {
			this.returned |= (end.getExpression() != null) ? plain(end.getExpression(), before) : before;
			return 0;
		}
		if (tree instanceof ThrowTree end) {
			raise(plain(end.getExpression(), before));
			return 0;
		}
		if (tree instanceof BreakTree || tree instanceof ContinueTree) {
			this.broken |= before;
			return 0;
		}
		return loopOrPlain(tree, before);
	}

	private int loopOrPlain(Tree tree, int before) {
		if (tree instanceof WhileLoopTree loop) {
			return loop(loop.getStatement(), loop.getCondition(), before);
		}
		if (tree instanceof DoWhileLoopTree loop) {
			return loop(loop.getStatement(), loop.getCondition(), statement(loop.getStatement(), before));
		}
		if (tree instanceof ForLoopTree loop) {
			return loop(loop.getStatement(), loop.getCondition(), block(loop.getInitializer(), before));
		}
		if (tree instanceof EnhancedForLoopTree loop) {
			return loop(loop.getStatement(), loop.getExpression(), before);
		}
		if (tree instanceof SwitchTree choice) {
			int state = plain(choice.getExpression(), before);
			int all = state;
			int falling = 0;
			int outer = this.broken;
			this.broken = 0;
			for (CaseTree branch : choice.getCases()) {
				List<? extends Tree> body = branch.getStatements();
				falling = (body != null) ? block(body, state | falling) : statement(branch.getBody(), state);
				all |= falling;
			}
			all |= this.broken;
			this.broken = outer;
			return all;
		}
		return plain(tree, before);
	}

	private int loop(Tree body, @Nullable Tree condition, int before) {
		int outer = this.broken;
		this.broken = 0;
		int state = (condition != null) ? plain(condition, before) : before;
		int after = state | statement(body, state);
		after |= statement(body, after) | this.broken;
		boolean endless = condition == null
				|| (condition instanceof ExpressionTree asked && Boolean.TRUE.equals(ASTHelpers.constValue(asked)));
		int left = endless ? this.broken : after;
		this.broken = outer;
		return left;
	}

	private int branch(IfTree branch, int before) {
		int state = plain(branch.getCondition(), before);
		int then = this.steps.excludes(branch.getCondition(), true) ? state & ~(ALIVE | IDLE) : state;
		int otherwise = this.steps.excludes(branch.getCondition(), false) ? state & ~(ALIVE | IDLE) : state;
		return statement(branch.getThenStatement(), then) | statement(branch.getElseStatement(), otherwise);
	}

	private int attempt(TryTree attempt, int before) {
		boolean caught = !attempt.getCatches().isEmpty();
		boolean settles = attempt.getFinallyBlock() != null
				&& (this.steps.after(attempt.getFinallyBlock(), ALIVE) & ALIVE) == 0;
		int returnedBefore = this.returned;
		int thrownBefore = this.thrown;
		this.returned = 0;
		this.thrown = 0;
		int[] seen = { before };
		this.attempts.push(seen);
		int state = block(attempt.getResources(), before);
		state = statement(attempt.getBlock(), state);
		this.attempts.pop();
		int entry = attempt.getCatches().isEmpty() ? 0 : seen[0] | this.thrown;
		if (caught) {
			this.thrown = 0;
		}
		for (CatchTree handler : attempt.getCatches()) {
			state |= statement(handler.getBlock(), entry);
		}
		if (settles) {
			state = settled(state);
			this.returned = settled(this.returned);
			this.thrown = settled(this.thrown);
		}
		else {
			state = statement(attempt.getFinallyBlock(), state);
		}
		this.returned |= returnedBefore;
		int raised = this.thrown;
		this.thrown = thrownBefore;
		raise(raised);
		return state;
	}

	private static int settled(int state) {
		return ((state & (ALIVE | IDLE)) != 0) ? (state & ~(ALIVE | IDLE)) | SETTLED : state;
	}

	private int plain(Tree code, int before) {
		if (before == 0) {
			return 0;
		}
		if (this.steps.mayThrow(code)) {
			raise(before);
		}
		int after = this.steps.after(code, before);
		this.attempts.forEach((seen) -> seen[0] |= after);
		return after;
	}

	private void raise(int state) {
		this.thrown |= state;
	}

}
