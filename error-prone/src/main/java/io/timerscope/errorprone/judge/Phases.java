package io.timerscope.errorprone.judge;

import java.util.List;
import java.util.stream.Stream;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.util.TreePath;

import io.timerscope.errorprone.unit.Effect;
import io.timerscope.errorprone.unit.Group;
import io.timerscope.errorprone.unit.Places;
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

	private static boolean follows(TreePath next, Effect end) {
		return Places.isSameMethod(next, end.path()) && Places.conditions(next).isEmpty()
				&& !Places.isInLambda(end.path()) && !Places.isInLambda(next)
				&& ASTHelpers.getStartPosition(next.getLeaf()) > ASTHelpers.getStartPosition(end.path().getLeaf());
	}

}
