package io.timerscope.errorprone.judge;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import io.timerscope.errorprone.trace.Emptiness;
import io.timerscope.errorprone.trace.Reach;
import io.timerscope.errorprone.unit.Effect;
import io.timerscope.errorprone.unit.Group;
import io.timerscope.errorprone.unit.LifecycleNames;
import io.timerscope.errorprone.unit.Places;
import io.timerscope.errorprone.unit.UnitModel;

/**
 * Compares the callbacks that tell an object of its end: what only a failure ends runs on
 * after an orderly close.
 */
final class Terminals {

	private static final Set<String> FAILURES = Set.of("onerror", "onfailure", "onexception", "exceptioncaught",
			"handletransporterror", "failed", "onconnecterror", "onconnectionerror", "connectionfailed", "onfail");

	private static final Set<String> CLOSINGS = Set.of("oncomplete", "oncompleted", "channelinactive",
			"channelunregistered", "afterconnectionclosed", "connectionclosed", "oncancel", "oncancelled");

	private final UnitModel unit;

	private final Reach reach;

	Terminals(UnitModel unit) {
		this.unit = unit;
		this.reach = new Reach(unit);
	}

	/** The orderly end that ends nothing, although a failure does. */
	Optional<MethodSymbol> orderlyEndWithoutEnd(Group group) {
		List<Symbol> owners = group.fields().map((field) -> field.owner).distinct().toList();
		if (group.escapes() || !group.isEnded() || owners.size() != 1
				|| !group.ends().stream().allMatch(this::isOnFailure)) {
			return Optional.empty();
		}
		return this.unit.declarations()
			.methods()
			.keySet()
			.stream()
			.filter((method) -> method.owner == owners.get(0) && isClosing(method))
			.filter((method) -> !this.reach.leadsToEnd(method, group)
					&& group.fields().noneMatch((field) -> this.reach.leadsToName(method, field)))
			.findFirst();
	}

	private boolean isOnFailure(Effect end) {
		MethodSymbol method = Places.methodSymbol(end.path());
		if (method == null || Places.isInLambda(end.path())) {
			return false;
		}
		List<TreePath> calls = this.unit.callsOf(method);
		Stream<MethodSymbol> entries = (calls.isEmpty() || this.unit.declarations().isCalledFromOutside(method))
				? Stream.of(method) : calls.stream().map(Places::methodSymbol);
		return entries.allMatch((entry) -> entry != null && FAILURES.contains(lower(entry)));
	}

	/** A callback of a type of others, or of an interface; not just any method. */
	private boolean isClosing(MethodSymbol method) {
		String name = lower(method);
		return (CLOSINGS.contains(name) || (LifecycleNames.isEndOfLife(name) && !FAILURES.contains(name)))
				&& this.unit.declarations().hasBody(method)
				&& ASTHelpers.streamSuperMethods(method, this.unit.javac()).findAny().isPresent();
	}

	private static String lower(MethodSymbol method) {
		return method.getSimpleName().toString().toLowerCase(Locale.ROOT);
	}

	/** The collection whose emptiness leaves the end of life before it ends the value. */
	Optional<VarSymbol> emptinessPassesBy(TreePath made, Group group) {
		MethodSymbol start = Places.methodSymbol(made);
		boolean always = (start == null || start.isConstructor()) && Places.conditions(made).isEmpty()
				&& !Places.isInLambda(made);
		if (!always || group.escapes() || !group.isEnded()) {
			return Optional.empty();
		}
		VarSymbol asked = null;
		for (Effect end : group.ends()) {
			asked = MissedEnds.exits(end.path())
				.stream()
				.map((condition) -> Emptiness.asked(condition, this.unit))
				.flatMap(Optional::stream)
				.filter((collection) -> !group.members().contains(collection))
				.findFirst()
				.orElse(null);
			if (asked == null) {
				return Optional.empty();
			}
		}
		return Optional.ofNullable(asked);
	}

}
