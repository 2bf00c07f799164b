package io.timerscope.errorprone.judge;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import org.jspecify.annotations.Nullable;

import io.timerscope.errorprone.trace.WaysOut;
import io.timerscope.errorprone.trace.Reach;
import io.timerscope.errorprone.trace.EscapingThrows;
import io.timerscope.errorprone.trace.Failures;
import io.timerscope.errorprone.unit.Group;
import io.timerscope.errorprone.unit.Mentions;
import io.timerscope.errorprone.unit.Places;
import io.timerscope.errorprone.unit.UnitModel;

/**
 * Follows one value through the method that makes it: whether each way out of the method
 * ends it or hands it on.
 */
final class LifeInMethod implements WaysOut.Steps {

	private final UnitModel unit;

	private final Group group;

	private final Tree made;

	private final int fresh;

	private final Set<String> conditionsOfMaking;

	private final Set<Tree> ends;

	private final Set<Tree> starts = new HashSet<>();

	private final Reach reach;

	private boolean onlyOwnThrows;

	private LifeInMethod(UnitModel unit, Group group, TreePath made, boolean needsStart) {
		this.unit = unit;
		this.group = group;
		this.made = made.getLeaf();
		this.fresh = needsStart ? WaysOut.IDLE : WaysOut.ALIVE;
		this.conditionsOfMaking = Places.conditions(made).stream().map(Object::toString).collect(Collectors.toSet());
		this.ends = new HashSet<>();
		group.ends().forEach((end) -> this.ends.add(end.path().getLeaf()));
		this.reach = new Reach(unit);
		unit.schedules()
			.stream()
			.filter((schedule) -> unit.groups(schedule.receiver()).contains(group))
			.forEach((schedule) -> this.starts.add(schedule.call()));
	}

	/**
	 * Walks the body of the method that makes the value.
	 * @param needsStart whether it takes a task to make it need an end
	 */
	static WaysOut of(UnitModel unit, Group group, TreePath made, MethodTree method, boolean needsStart) {
		WaysOut ways = new WaysOut(new LifeInMethod(unit, group, made, needsStart));
		ways.walk(method.getBody(), WaysOut.NONE);
		return ways;
	}

	/** The same, for the exceptions only that the file itself throws. */
	static WaysOut ofOwnThrows(UnitModel unit, Group group, TreePath made, MethodTree method, boolean needsStart,
			boolean inInitializer) {
		LifeInMethod life = new LifeInMethod(unit, group, made, needsStart);
		life.onlyOwnThrows = true;
		WaysOut ways = new WaysOut(life);
		ways.walk(method.getBody(), inInitializer ? life.fresh : WaysOut.NONE);
		return ways;
	}

	/** Walks a constructor that runs after the value was made in an initializer. */
	static WaysOut afterInitializer(UnitModel unit, Group group, TreePath made, MethodTree constructor,
			boolean needsStart) {
		LifeInMethod life = new LifeInMethod(unit, group, made, needsStart);
		WaysOut ways = new WaysOut(life);
		ways.walk(constructor.getBody(), life.fresh);
		return ways;
	}

	@Override
	public int after(Tree code, int before) {
		Watch watch = new Watch();
		watch.scan(code, false);
		int state = before;
		if (watch.makes) {
			state = this.fresh;
		}
		if (watch.starts && (state & WaysOut.IDLE) != 0) {
			state = (state & ~WaysOut.IDLE) | WaysOut.ALIVE;
		}
		if (watch.settles && (state & (WaysOut.ALIVE | WaysOut.IDLE)) != 0) {
			state = (state & ~(WaysOut.ALIVE | WaysOut.IDLE)) | WaysOut.SETTLED;
		}
		return state;
	}

	/** Not the exception that a method has for arguments it was not meant to get. */
	@Override
	public boolean mayThrow(Tree code) {
		boolean foreign = !this.onlyOwnThrows && Failures.checkedIn(code, this.ends, this.unit);
		return foreign || EscapingThrows.of(code, this.unit)
			.stream()
			.anyMatch((thrown) -> !this.unit.types().isAny(thrown.type(), "java.lang.IllegalArgumentException"));
	}

	@Override
	public boolean excludes(ExpressionTree condition, boolean then) {
		if (this.conditionsOfMaking.contains(condition.toString())) {
			return !then;
		}
		if (Mentions.of(condition).stream().noneMatch(this.group.members()::contains)) {
			return false;
		}
		boolean[] asksForNull = new boolean[1];
		new TreeScanner<@Nullable Void, @Nullable Void>() {

			@Override
			public @Nullable Void visitBinary(BinaryTree tree, @Nullable Void unused) {
				asksForNull[0] |= tree.getKind() == Tree.Kind.EQUAL_TO
						&& tree.getRightOperand().getKind() == Tree.Kind.NULL_LITERAL;
				return super.visitBinary(tree, null);
			}

		}.scan(condition, null);
		return asksForNull[0] == then;
	}

	/** Looks for what one statement does to the value. */
	private final class Watch extends TreeScanner<@Nullable Void, Boolean> {

		private boolean makes;

		private boolean starts;

		private boolean settles;

		@Override
		public @Nullable Void scan(@Nullable Tree tree, Boolean later) {
			if (tree != null) {
				this.makes |= tree == LifeInMethod.this.made;
				this.starts |= !later && LifeInMethod.this.starts.contains(tree);
				this.settles |= LifeInMethod.this.ends.contains(tree);
			}
			return super.scan(tree, later);
		}

		@Override
		public @Nullable Void visitMethodInvocation(MethodInvocationTree call, Boolean later) {
			MethodSymbol method = ASTHelpers.getSymbol(call);
			this.settles |= LifeInMethod.this.reach.leadsToEnd(method, LifeInMethod.this.group);
			this.starts |= !later && LifeInMethod.this.reach.leadsTo(method, LifeInMethod.this.starts);
			ExpressionTree receiver = ASTHelpers.getReceiver(call);
			if (receiver != null && isValue(receiver)) {
				if (later && !LifeInMethod.this.starts.contains(call)) {
					this.settles = true;
				}
				return scan(call.getArguments(), later);
			}
			if (method.getParameters().stream().anyMatch((it) -> Locals.isOfHelper(it, LifeInMethod.this.unit))) {
				call.getArguments().stream().filter((argument) -> !isValue(argument)).forEach((it) -> scan(it, later));
				return scan(call.getMethodSelect(), later);
			}
			return super.visitMethodInvocation(call, later);
		}

		@Override
		public @Nullable Void visitIdentifier(IdentifierTree tree, Boolean later) {
			this.settles |= isLocalOf(ASTHelpers.getSymbol(tree));
			return null;
		}

		@Override
		public @Nullable Void visitMemberSelect(MemberSelectTree tree, Boolean later) {
			return isValue(tree) ? null : super.visitMemberSelect(tree, later);
		}

		@Override
		public @Nullable Void visitAssignment(com.sun.source.tree.AssignmentTree tree, Boolean later) {
			return scan(tree.getExpression(), later);
		}

		@Override
		public @Nullable Void visitBinary(BinaryTree tree, Boolean later) {
			boolean asks = isValue(tree.getLeftOperand()) || isValue(tree.getRightOperand());
			return asks ? null : super.visitBinary(tree, later);
		}

		@Override
		public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, Boolean later) {
			return super.visitLambdaExpression(tree, true);
		}

		@Override
		public @Nullable Void visitClass(ClassTree tree, Boolean later) {
			return super.visitClass(tree, true);
		}

		private boolean isValue(ExpressionTree tree) {
			Symbol symbol = ASTHelpers.getSymbol(tree);
			return symbol != null && LifeInMethod.this.group.members().contains(symbol);
		}

		/** Named as a whole, and not in order to call it: somebody else has it then. */
		private boolean isLocalOf(@Nullable Symbol symbol) {
			return symbol != null && !(symbol.owner instanceof Symbol.ClassSymbol)
					&& LifeInMethod.this.group.members().contains(symbol);
		}

	}

	static boolean leavesAlive(int states) {
		return (states & WaysOut.ALIVE) != 0;
	}

	/** Whether some way out of the method ends the value, or hands it on. */
	static boolean isSettledSomewhere(WaysOut ways) {
		return ((ways.returned() | ways.thrown()) & WaysOut.SETTLED) != 0;
	}

}
