package io.timerscope.benchmarks.cost;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * The least that a kind of work can cost on top of the bare thing, as the number of
 * things that no code can spare it.
 *
 * @param steps atomic steps
 * @param clocks readings of the clock
 * @param objects objects of 56 bytes
 * @param misses looks at memory that is in no cache
 * @param walks walks of the stack over the frames of a library
 */
record Floor(int steps, int clocks, int objects, int misses, int walks) {

	static final Floor NONE = new Floor(0, 0, 0, 0);

	private static final Cell STEP = Cell.of("Floors.step");

	private static final Cell CLOCK = Cell.of("Floors.clock");

	private static final Cell OBJECT = Cell.of("Floors.object");

	private static final Cell MISS = Cell.of("Floors.miss");

	private static final Cell WALK = Cell.of("Floors.walk");

	/** What has to be measured to know any floor. */
	static final List<Cell> CELLS = List.of(STEP, CLOCK, OBJECT, MISS, WALK);

	Floor(int steps, int clocks, int objects, int misses) {
		this(steps, clocks, objects, misses, 0);
	}

	/** With a walk of the stack in addition. */
	Floor andWalk() {
		return new Floor(this.steps, this.clocks, this.objects, this.misses, this.walks + 1);
	}

	double nanos(Function<Cell, Values> measured) {
		return this.steps * measured.apply(STEP).median() + this.clocks * measured.apply(CLOCK).median()
				+ this.objects * measured.apply(OBJECT).median() + this.misses * measured.apply(MISS).median()
				+ this.walks * measured.apply(WALK).median();
	}

	/** What it is made of, in words. */
	@Override
	public String toString() {
		List<String> parts = new ArrayList<>();
		add(parts, "step", this.steps);
		add(parts, "clock reading", this.clocks);
		add(parts, "object", this.objects);
		add(parts, "cache miss", this.misses);
		add(parts, "walk", this.walks);
		return String.join(", ", parts);
	}

	private static void add(List<String> parts, String name, int count) {
		if (count > 0) {
			String plural = name.endsWith("s") ? "es" : "s";
			parts.add(String.format(Locale.ROOT, "%,d %s%s", count, name, (count == 1) ? "" : plural));
		}
	}

	/** What one of each takes on this machine. */
	static String sentence(Function<Cell, Values> measured) {
		return "On this machine an atomic step takes " + measured.apply(STEP) + " ns, a reading of the clock "
				+ measured.apply(CLOCK) + " ns, an object of 56 bytes " + measured.apply(OBJECT)
				+ " ns, a look at memory that is in no cache " + measured.apply(MISS)
				+ " ns, and a walk of the stack over seven frames of a library " + measured.apply(WALK) + " ns.";
	}

}
