package io.timerscope.errorprone.judge;

import java.util.List;

import com.sun.source.tree.MethodTree;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;

import io.timerscope.errorprone.unit.Effect;
import io.timerscope.errorprone.unit.Group;
import io.timerscope.errorprone.unit.Places;
import io.timerscope.errorprone.unit.UnitModel;

/**
 * Says whether a value stays within the method that makes it.
 */
final class Locals {

	private Locals() {
	}

	/** Whether only the method at hand knows the value. */
	static boolean isLocal(Group group, UnitModel unit) {
		return !group.escapes() && group.fields().findAny().isEmpty()
				&& group.parameters().allMatch((parameter) -> isOfHelper(parameter, unit))
				&& group.methods().findAny().isEmpty() && group.locals().findAny().isPresent();
	}

	/**
	 * A method of the unit that only the unit calls: it looks at the value for a while.
	 */
	static boolean isOfHelper(VarSymbol parameter, UnitModel unit) {
		return parameter.owner instanceof MethodSymbol method && method.type != null && !method.isConstructor()
				&& unit.declarations().hasBody(method) && !unit.declarations().isCalledFromOutside(method);
	}

	static boolean allIn(List<Effect> ends, MethodTree method) {
		return !ends.isEmpty() && ends.stream()
			.allMatch((end) -> Places.method(end.path()) == method && !Places.isInLambda(end.path()));
	}

}
