package io.timerscope.errorprone.judge;

import java.util.List;
import java.util.Optional;

import com.google.errorprone.util.ASTHelpers;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import io.timerscope.errorprone.trace.Reach;
import io.timerscope.errorprone.unit.Creation;
import io.timerscope.errorprone.unit.Group;
import io.timerscope.errorprone.unit.LifecycleNames;
import io.timerscope.errorprone.unit.UnitModel;

/**
 * Compares a scheduler with what its class makes beside it: a class that ends the one is
 * meant to end the other, even where its package can see both.
 */
final class Siblings {

	private final UnitModel unit;

	Siblings(UnitModel unit) {
		this.unit = unit;
	}

	/** The executor beside the scheduler that the end of life ends. */
	Optional<VarSymbol> endedWithout(Creation creation, Group group) {
		List<VarSymbol> fields = group.fields().toList();
		if (group.isEnded() || fields.size() != 1 || !isOfThePackage(fields.get(0))
				|| !this.unit.escapesByFieldOnly(group) || ASTHelpers.isStatic(fields.get(0))) {
			return Optional.empty();
		}
		VarSymbol field = fields.get(0);
		List<MethodSymbol> ends = this.unit.declarations()
			.methods()
			.keySet()
			.stream()
			.filter((method) -> method.owner == field.owner
					&& LifecycleNames.isEndOfLife(method.getSimpleName().toString()))
			.toList();
		Reach reach = new Reach(this.unit);
		if (ends.isEmpty() || ends.stream().anyMatch((end) -> reach.leadsToName(end, field))) {
			return Optional.empty();
		}
		return siblings(field)
			.filter((sibling) -> ends.stream().anyMatch((end) -> reach.leadsToEnd(end, this.unit.groupOf(sibling))))
			.findFirst();
	}

	private java.util.stream.Stream<VarSymbol> siblings(VarSymbol field) {
		return this.unit.declarations()
			.variables()
			.keySet()
			.stream()
			.filter((other) -> other != field && other.owner == field.owner && !ASTHelpers.isStatic(other)
					&& this.unit.types().isExecutor(other.type));
	}

	/** Neither private nor open to other packages. */
	private static boolean isOfThePackage(Symbol field) {
		return field.owner instanceof ClassSymbol
				&& (field.flags() & (Flags.PRIVATE | Flags.PUBLIC | Flags.PROTECTED)) == 0;
	}

}
