package io.timerscope.errorprone.judge;

import java.util.Optional;
import java.util.Set;

import com.sun.source.tree.MemberSelectTree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;

import io.timerscope.errorprone.trace.Bodies;
import io.timerscope.errorprone.unit.Mentions;
import io.timerscope.errorprone.unit.Schedule;
import io.timerscope.errorprone.unit.UnitModel;

/**
 * Finds flags and futures of one call that a one-shot asks before it does its work.
 */
final class AskedFlags {

	private final UnitModel unit;

	AskedFlags(UnitModel unit) {
		this.unit = unit;
	}

	/**
	 * {@code if (!done.get()) abort();} of a flag that is made for this one call, or of a
	 * future: whoever sets or completes it knows that the task is not needed any more.
	 */
	Optional<String> askedAndSet(Bodies bodies, Schedule schedule) {
		return bodies.code()
			.stream()
			.flatMap((code) -> Mentions.of(code).stream())
			.filter((symbol) -> symbol instanceof VarSymbol && !(symbol.owner instanceof Symbol.ClassSymbol))
			.map(VarSymbol.class::cast)
			.filter((flag) -> isAsked(flag, bodies) && !this.unit.groupOf(schedule.call()).members().contains(flag))
			.filter((flag) -> isFuture(flag) || this.unit.readsOf(flag)
				.stream()
				.anyMatch((use) -> !bodies.contains(use) && Races.SETS.contains(calledOn(use))))
			.map((flag) -> flag.getSimpleName().toString())
			.findFirst();
	}

	private boolean isAsked(VarSymbol flag, Bodies bodies) {
		Set<String> questions = isFuture(flag) ? Set.of("isDone", "isCompletedExceptionally")
				: Set.of("get", "getPlain");
		boolean holdsState = isFuture(flag)
				|| flag.type.tsym.getQualifiedName().contentEquals("java.util.concurrent.atomic.AtomicBoolean");
		return holdsState && this.unit.readsOf(flag)
			.stream()
			.anyMatch((use) -> bodies.contains(use) && questions.contains(calledOn(use)));
	}

	private boolean isFuture(VarSymbol flag) {
		return this.unit.types()
			.isAny(flag.type, "java.util.concurrent.CompletableFuture", "io.netty.util.concurrent.Promise");
	}

	private static String calledOn(TreePath use) {
		return (use.getParentPath().getLeaf() instanceof MemberSelectTree select) ? select.getIdentifier().toString()
				: "";
	}

}
