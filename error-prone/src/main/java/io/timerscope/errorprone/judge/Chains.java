package io.timerscope.errorprone.judge;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;

import io.timerscope.errorprone.unit.LifecycleNames;
import io.timerscope.errorprone.unit.Places;
import io.timerscope.errorprone.unit.Schedule;
import io.timerscope.errorprone.unit.UnitModel;

/**
 * Tells a chain of one-shots that should have ended from one that may go on: its class
 * has an end of life, and that end reaches no part of the chain.
 */
public final class Chains {

	private static final Set<String> LEAVINGS = Set.of("remove", "unregister", "deregister", "unsubscribe", "detach",
			"leave", "delete", "forget", "evict", "drop", "onclose", "onlost", "ondisconnect", "disconnected", "closed",
			"finish", "quit", "exit", "halt", "logout", "dismiss");

	private final UnitModel unit;

	private final SelfReschedules loops;

	public Chains(UnitModel unit) {
		this.unit = unit;
		this.loops = new SelfReschedules(unit);
	}

	/** Whether nothing can stop the chain although its object is meant to end. */
	public boolean outlivesItsObject(Schedule schedule) {
		if (schedule.isPeriodic() || Places.isStatic(schedule.path()) || !this.loops.isEndless(schedule)) {
			return false;
		}
		List<ClassSymbol> around = Places.classes(schedule.path());
		return this.unit.declarations()
			.methods()
			.keySet()
			.stream()
			.anyMatch((method) -> around.contains(method.owner) && isLeaving(method));
	}

	/** Whether the method ends the object's life, or takes it out of where it was. */
	static boolean isLeaving(MethodSymbol method) {
		String name = method.getSimpleName().toString().toLowerCase(Locale.ROOT);
		return LifecycleNames.isEndOfLife(name) || LEAVINGS.stream().anyMatch(name::startsWith);
	}

}
