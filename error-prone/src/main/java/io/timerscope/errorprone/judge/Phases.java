package io.timerscope.errorprone.judge;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;

import io.timerscope.errorprone.trace.Reach;
import io.timerscope.errorprone.trace.Bodies;
import io.timerscope.errorprone.unit.Effect;
import io.timerscope.errorprone.unit.Group;
import io.timerscope.errorprone.unit.LifecycleNames;
import io.timerscope.errorprone.unit.Places;
import io.timerscope.errorprone.unit.Schedule;
import io.timerscope.errorprone.unit.Singletons;
import io.timerscope.errorprone.unit.UnitModel;

/**
 * Says in which phase of an object's life an end is reached: when its life is over, or
 * only on the way to the next value.
 */
final class Phases {

	private final UnitModel unit;

	private final Singletons singletons;

	Phases(UnitModel unit) {
		this.unit = unit;
		this.singletons = new Singletons(unit.types());
	}

	/** Whether each method that ends the value goes on to make the next one. */
	boolean endsOnlyToReplace(Group group, TreePath made) {
		if (group.escapes() || !group.isEnded() || group.fields().findAny().isEmpty()
				|| group.fields().anyMatch(ASTHelpers::isStatic) || this.singletons.isInside(made)) {
			return false;
		}
		List<TreePath> makings = Stream
			.concat(this.unit.creationsIn(group).stream().map((creation) -> creation.path()),
					this.unit.schedulesIn(group).stream().map((schedule) -> schedule.path()))
			.toList();
		return group.ends().stream().allMatch((end) -> makings.stream().anyMatch((next) -> follows(next, end)));
	}

	/**
	 * The method that ends the object's life and reaches no end of the value, although
	 * other methods end it.
	 */
	Optional<MethodSymbol> endOfLifeWithoutEnd(Group group, Schedule schedule) {
		List<ClassSymbol> owners = group.fields().map(VarSymbol::enclClass).distinct().toList();
		if (group.escapes() || !group.isEnded() || owners.size() != 1 || group.fields().anyMatch(ASTHelpers::isStatic)
				|| group.fields().anyMatch((field) -> this.unit.types().isContainer(field.type))
				|| this.singletons.isInside(schedule.path())
				|| group.ends().stream().anyMatch((end) -> isElsewhere(end, schedule) || !leadsToTheNext(end, group))) {
			return Optional.empty();
		}
		Reach reach = new Reach(this.unit);
		List<MethodSymbol> last = this.unit.declarations()
			.methods()
			.keySet()
			.stream()
			.filter((method) -> method.owner == owners.get(0) && this.unit.declarations().hasBody(method)
					&& this.unit.declarations().isCalledFromOutside(method)
					&& LifecycleNames.isEndOfLife(method.getSimpleName().toString()))
			.toList();
		return last.stream()
			.anyMatch((method) -> reach.leadsToEnd(method, group)
					|| group.fields().anyMatch((field) -> reach.leadsToName(method, field))) ? Optional.empty()
							: last.stream().findFirst();
	}

	/** The method that ends it is one that makes the next as well. */
	private boolean leadsToTheNext(Effect end, Group group) {
		List<Tree> makings = this.unit.schedulesIn(group).stream().map((next) -> (Tree) next.call()).toList();
		MethodSymbol method = Places.methodSymbol(end.path());
		return method != null
				&& entries(method).stream().allMatch((entry) -> new Reach(this.unit).leadsTo(entry, makings));
	}

	/** The method, or those that call it if it is a helper. */
	private List<MethodSymbol> entries(MethodSymbol method) {
		List<MethodSymbol> callers = this.unit.callsOf(method)
			.stream()
			.map(Places::methodSymbol)
			.filter(Objects::nonNull)
			.toList();
		return (callers.isEmpty() || this.unit.declarations().isCalledFromOutside(method)) ? List.of(method) : callers;
	}

	/** In a callback, or in the task itself: nobody can say when. */
	private boolean isElsewhere(Effect end, Schedule schedule) {
		MethodSymbol method = Places.methodSymbol(end.path());
		return Places.isInLambda(end.path()) || method == null
				|| entries(method).stream()
					.anyMatch((entry) -> Chains.isLeaving(entry)
							|| LifecycleNames.endsArgument(entry.getSimpleName().toString()))
				|| Bodies.of(schedule, this.unit).contains(end.path());
	}

	private static boolean follows(TreePath next, Effect end) {
		return Places.isSameMethod(next, end.path()) && Places.conditions(next).isEmpty()
				&& !Places.isInLambda(end.path()) && !Places.isInLambda(next)
				&& ASTHelpers.getStartPosition(next.getLeaf()) > ASTHelpers.getStartPosition(end.path().getLeaf());
	}

}
