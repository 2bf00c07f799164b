package io.timerscope.errorprone.judge;

import java.util.List;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import org.jspecify.annotations.Nullable;
import io.timerscope.errorprone.unit.Group;
import io.timerscope.errorprone.unit.Mentions;
import io.timerscope.errorprone.unit.Places;
import io.timerscope.errorprone.unit.Schedule;
import io.timerscope.errorprone.unit.Singletons;
import io.timerscope.errorprone.unit.UnitModel;

/**
 * Says whether the scheduler a task was given to ends the task, so that its handle is not
 * needed.
 */
public final class Receivers {

	private final UnitModel unit;

	private final Singletons singletons;

	private final PerObjectTasks perObject;

	private final Lifetimes lifetimes;

	public Receivers(UnitModel unit) {
		this.unit = unit;
		this.singletons = new Singletons(unit.types());
		this.perObject = new PerObjectTasks(unit);
		this.lifetimes = new Lifetimes(unit);
	}

	public boolean endsTasks(Schedule schedule) {
		if (this.perObject.isForOneOfMany(schedule)) {
			return false;
		}
		if (Places.isInMain(schedule.path()) || this.singletons.isInside(schedule.path())
				|| Places.classes(schedule.path()).stream().anyMatch(this.unit::isMadeInMain)) {
			return true;
		}
		if (schedule.api() == Schedule.Api.REACTIVE && schedule.receiver() == null) {
			return false;
		}
		ExpressionTree receiver = schedule.receiver();
		if (receiver == null || isInherited(receiver) || isManaged(receiver)) {
			return true;
		}
		Group group = this.unit.group(receiver);
		if (isLentForOneCall(receiver, schedule) || isStaticOnStatic(receiver, schedule)) {
			return true;
		}
		if (this.lifetimes.outlives(schedule, group)
				|| (group.isEnded() && this.unit.mayComeFromOutside(group) && endsOnlyWhatItOwns(group))) {
			return false;
		}
		boolean own = !this.unit.creationsIn(group).isEmpty();
		if (own && !group.fields().anyMatch(ASTHelpers::isStatic)) {
			return true; // ended, handed on, or a finding of its own
		}
		if (own && group.hasEnd()) {
			return true;
		}
		return group.isEnded();
	}

	/** Whether the task may be right to run as long as the scheduler it was given to. */
	public boolean mayEndTogether(Schedule schedule) {
		return this.lifetimes.mayLiveAsLong(schedule, this.unit.group(schedule.receiver()));
	}

	/** Whether the scheduler is made and ended in the unit. */
	public boolean isEndedHere(Schedule schedule) {
		return this.unit.groups(schedule.receiver())
			.stream()
			.anyMatch((group) -> group.isEnded() && !this.unit.creationsIn(group).isEmpty());
	}

	/**
	 * Whether a class above this file keeps the scheduler, and this one has an end of its
	 * own: the scheduler may well go on for others.
	 */
	public boolean isOfABaseClass(Schedule schedule) {
		ExpressionTree receiver = schedule.receiver();
		Symbol kept = (receiver != null) ? ASTHelpers.getSymbol(receiver) : null;
		ClassSymbol owner = Places.classes(schedule.path())
			.stream()
			.filter((type) -> kept != null && type.isSubClass(kept.owner, this.unit.javac()))
			.findFirst()
			.orElse(null);
		return receiver != null && owner != null && isInherited(receiver)
				&& this.unit.types().isScheduler(ASTHelpers.getType(receiver)) && !isThis(receiver)
				&& !this.singletons.isInside(schedule.path()) && this.unit.declarations().hasEndOfLife(owner);
	}

	/** A scheduler that a class above this file keeps, and ends or not. */
	private boolean isInherited(ExpressionTree receiver) {
		if (isThis(receiver)) {
			return true;
		}
		Symbol symbol = ASTHelpers.getSymbol(receiver);
		if (symbol == null || ASTHelpers.isStatic(symbol) || this.unit.declarations().contains(symbol)) {
			return false;
		}
		if (receiver instanceof MethodInvocationTree call) {
			ExpressionTree target = ASTHelpers.getReceiver(call);
			return target == null || isThis(target);
		}
		boolean own = receiver instanceof IdentifierTree
				|| (receiver instanceof MemberSelectTree select && isThis(select.getExpression()));
		return own && symbol.owner instanceof ClassSymbol;
	}

	private static boolean isThis(ExpressionTree receiver) {
		return receiver instanceof IdentifierTree name
				&& (name.getName().contentEquals("this") || name.getName().contentEquals("super"));
	}

	private boolean isManaged(ExpressionTree receiver) {
		Group group = this.unit.group(receiver);
		return group.methods().anyMatch(this.unit.types()::isManaged) || group.expressions()
			.anyMatch((made) -> made instanceof MethodInvocationTree call
					&& this.unit.types().isManaged(ASTHelpers.getSymbol(call)));
	}

	/**
	 * {@code void start(ScheduledExecutorService executor)}: whoever lends it, ends it.
	 */
	private boolean isLentForOneCall(ExpressionTree receiver, Schedule schedule) {
		Symbol symbol = ASTHelpers.getSymbol(receiver);
		MethodSymbol method = Places.methodSymbol(schedule.path());
		return symbol instanceof VarSymbol && method != null && !method.isConstructor()
				&& method.getParameters().contains(symbol);
	}

	private boolean isStaticOnStatic(ExpressionTree receiver, Schedule schedule) {
		return Places.isStatic(schedule.path()) && isReachedStatically(receiver)
				&& !this.perObject.holdsWhatItWasPassed(schedule);
	}

	private static boolean isReachedStatically(ExpressionTree receiver) {
		Symbol symbol = ASTHelpers.getSymbol(receiver);
		return symbol != null && ASTHelpers.isStatic(symbol);
	}

	/**
	 * Whether every end stands under a condition that is not about the scheduler itself.
	 */
	private boolean endsOnlyWhatItOwns(Group group) {
		return group.ends()
			.stream()
			.allMatch(
					(end) -> Places.conditions(end.path()).stream().anyMatch((condition) -> isFlag(condition, group)));
	}

	private boolean isFlag(ExpressionTree condition, Group group) {
		List<Symbol> named = List.copyOf(Mentions.of(condition));
		boolean aboutScheduler = named.stream().anyMatch(group.members()::contains);
		return !aboutScheduler && named.stream().anyMatch(this::isOwnershipFlag);
	}

	/** {@code if (owned)}, {@code if (config.getExecutor() == null)}. */
	private boolean isOwnershipFlag(@Nullable Symbol symbol) {
		if (symbol instanceof MethodSymbol asked) {
			return this.unit.types().isExecutor(asked.getReturnType());
		}
		if (!(symbol instanceof VarSymbol) || !symbol.type.isPrimitive()) {
			return false;
		}
		return symbol.owner instanceof Symbol.ClassSymbol;
	}

}
