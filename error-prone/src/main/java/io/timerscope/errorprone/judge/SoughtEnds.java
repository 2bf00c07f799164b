package io.timerscope.errorprone.judge;

import java.util.List;
import java.util.stream.Collectors;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;

import io.timerscope.errorprone.unit.Effect;
import io.timerscope.errorprone.unit.LifecycleNames;
import io.timerscope.errorprone.unit.Places;
import io.timerscope.errorprone.unit.UnitModel;

/**
 * Says which end of life was looked for: the places that end the value, or the methods
 * that could have.
 */
public final class SoughtEnds {

	private static final int MANY = 4;

	private SoughtEnds() {
	}

	/** A half sentence for the end of a message. */
	public static String of(Finding finding, UnitModel unit) {
		List<Effect> ends = finding.value().ends();
		String lines = ends.stream()
			.filter((end) -> end.path().getLeaf() != unit.tree())
			.map((end) -> line(end.path().getLeaf(), unit))
			.distinct()
			.sorted()
			.limit(MANY)
			.map(String::valueOf)
			.collect(Collectors.joining(", "));
		if (!lines.isEmpty()) {
			return " (ends found: line " + lines + ")";
		}
		ClassSymbol owner = Places.classes(finding.path())
			.stream()
			.filter((type) -> !type.isAnonymous())
			.findFirst()
			.orElse(null);
		if (owner == null) {
			return "";
		}
		String methods = unit.declarations()
			.methods()
			.keySet()
			.stream()
			.filter((method) -> method.owner == owner)
			.map(MethodSymbol::getSimpleName)
			.map(String::valueOf)
			.filter(LifecycleNames::isEndOfLife)
			.distinct()
			.sorted()
			.limit(MANY)
			.map((name) -> name + "()")
			.collect(Collectors.joining(", "));
		return methods.isEmpty()
				? " (looked for an end in " + owner.getSimpleName()
						+ ", which has no method such as close, stop or destroy)"
				: " (looked for an end in " + methods + " of " + owner.getSimpleName() + ")";
	}

	private static Long line(Tree tree, UnitModel unit) {
		return unit.tree().getLineMap().getLineNumber(ASTHelpers.getStartPosition(tree));
	}

}
