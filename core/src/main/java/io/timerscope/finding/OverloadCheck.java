package io.timerscope.finding;

import java.util.List;

import io.timerscope.guard.Guard;
import io.timerscope.guard.Overload;

/** Sees what the guard's samples say. */
final class OverloadCheck implements Check {

	private final Guard guard;

	OverloadCheck(Guard guard) {
		this.guard = guard;
	}

	@Override
	public FindingKind kind() {
		return FindingKind.OVERLOAD;
	}

	@Override
	public List<Observation> look(Scene scene) {
		Overload overload = this.guard.overload();
		return (overload == null) ? List.of() : List.of(observation(overload));
	}

	private static Observation observation(Overload overload) {
		String refused = overload.refused().isEmpty() ? ""
				: "; new tasks of " + String.join(", ", overload.refused()) + " are refused";
		String advice = overload.refused().isEmpty()
				? "See the findings growing and outlived-*: they name the lines that schedule so much. End their tasks there"
				: "End the tasks of these sites when their work is over; the guard lets a site go on by itself once it "
						+ "is under half of its limit";
		return new Observation(FindingKind.OVERLOAD, "guard", null, overload.live(), overload.since(),
				overload.breach() + ", " + Words.count(overload.samples(), "sample") + " in a row" + refused, advice);
	}

}
