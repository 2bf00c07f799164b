package io.timerscope.errorprone.judge;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;

import io.timerscope.errorprone.unit.Group;
import io.timerscope.errorprone.unit.Mentions;
import io.timerscope.errorprone.unit.Places;
import io.timerscope.errorprone.unit.Schedule;
import io.timerscope.errorprone.unit.Singletons;
import io.timerscope.errorprone.unit.TaskBodies;
import io.timerscope.errorprone.unit.UnitModel;

/**
 * Compares how long a scheduler lives with how long the object lives that gives it a
 * task: the end of the longer life ends nothing in time for the shorter one.
 */
final class Lifetimes {

	private final UnitModel unit;

	private final Singletons singletons;

	Lifetimes(UnitModel unit) {
		this.unit = unit;
		this.singletons = new Singletons(unit.types());
	}

	boolean outlives(Schedule schedule, Group scheduler) {
		if (!schedule.isPeriodic() || Places.isStatic(schedule.path()) || !holdsItsObject(schedule)) {
			return false;
		}
		return isShared(scheduler) ? !startsOnceForAll(schedule) : belongsToALongerLife(schedule, scheduler);
	}

	/**
	 * Whether the object may live as long as the scheduler that it was given: nothing in
	 * the file ends such an object.
	 */
	boolean mayLiveAsLong(Schedule schedule, Group scheduler) {
		List<ClassSymbol> around = Places.classes(schedule.path());
		return this.unit.creationsIn(scheduler).isEmpty() && !Places.isStatic(schedule.path())
				&& scheduler.parameters().findAny().isPresent() && scheduler.fields().noneMatch(ASTHelpers::isStatic)
				&& !new PerObjectTasks(this.unit).isOneForEachCall(schedule)
				&& this.unit.declarations()
					.methods()
					.keySet()
					.stream()
					.noneMatch((method) -> Chains.isLeaving(method)
							&& around.stream().anyMatch((type) -> type.isSubClass(method.owner, this.unit.javac())));
	}

	/**
	 * Made in this file, and kept in a static field or in an object of which there is
	 * one.
	 */
	private boolean isShared(Group scheduler) {
		return !this.unit.creationsIn(scheduler).isEmpty() && scheduler.fields()
			.anyMatch((field) -> ASTHelpers.isStatic(field) || this.singletons.keepsItself(field.enclClass()));
	}

	/** Behind a question to something static: whoever comes first starts it for all. */
	private boolean startsOnceForAll(Schedule schedule) {
		return Places.classes(schedule.path()).stream().anyMatch(Lifetimes::isKeptInStatic)
				|| Places.guards(schedule.path())
					.stream()
					.flatMap((guard) -> Mentions.of(guard).stream())
					.anyMatch(ASTHelpers::isStatic);
	}

	private static boolean isKeptInStatic(ClassSymbol type) {
		for (Symbol member : type.members().getSymbols()) {
			if (member instanceof VarSymbol && ASTHelpers.isStatic(member) && member.type.tsym == type) {
				return true;
			}
		}
		return false;
	}

	/**
	 * The class around the task has an end of its own, which leaves the scheduler alone.
	 */
	private boolean belongsToALongerLife(Schedule schedule, Group scheduler) {
		List<ClassSymbol> around = Places.classes(schedule.path())
			.stream()
			.filter((type) -> !type.isAnonymous() && !(type.owner instanceof MethodSymbol))
			.toList();
		if (around.isEmpty() || this.unit.creationsIn(scheduler).isEmpty()) {
			return false;
		}
		ClassSymbol owner = around.get(0);
		boolean made = this.unit.creationsIn(scheduler)
			.stream()
			.anyMatch((creation) -> Places.classes(creation.path()).contains(owner));
		boolean ended = scheduler.ends().stream().anyMatch((end) -> Places.classes(end.path()).contains(owner));
		return !made && !ended && this.unit.declarations().hasEndOfLife(owner)
				&& scheduler.fields().anyMatch((field) -> field.enclClass() != owner);
	}

	/** Whether the task keeps the object, or something of it, that scheduled it. */
	private boolean holdsItsObject(Schedule schedule) {
		Set<Symbol> named = new HashSet<>();
		for (Tree body : new TaskBodies(this.unit).of(schedule)) {
			named.addAll(Mentions.of(body));
		}
		ExpressionTree task = schedule.task();
		if (task != null) {
			named.addAll(Mentions.of(task));
		}
		if (task instanceof IdentifierTree self && self.getName().contentEquals("this")) {
			return true;
		}
		List<ClassSymbol> around = Places.classes(schedule.path());
		MethodSymbol method = Places.methodSymbol(schedule.path());
		return named.stream()
			.anyMatch((symbol) -> (symbol.owner instanceof ClassSymbol && around.contains(symbol.owner)
					&& !ASTHelpers.isStatic(symbol) && !symbol.isConstructor())
					|| symbol.getSimpleName().contentEquals("this") || (method != null
							&& symbol instanceof VarSymbol parameter && method.getParameters().contains(parameter)));
	}

}
