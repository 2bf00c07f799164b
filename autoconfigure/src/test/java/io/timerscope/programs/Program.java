package io.timerscope.programs;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A correct program, and how people use it.
 *
 * @param code the name of its class
 * @param times how often it is used
 * @param steps what a use is, in the words of {@link Visitor}
 * @param live how many of its tasks go on afterwards
 * @param outlived how many of these have owners that ended, if that is known
 * @param ticking whether they run every few milliseconds
 * @param site how the sites of its tasks start
 */
record Program(String code, int times, List<String> steps, int live, int outlived, boolean ticking, String site) {

	private static final int ANYBODY = -1;

	static Program of(String code, int times, String... steps) {
		return new Program(code, times, Arrays.asList(steps), 0, 0, false, code);
	}

	/** Tasks of requests or sessions that go on. */
	Program goesOn(int tasks) {
		return new Program(this.code, this.times, this.steps, tasks, tasks, this.ticking, this.site);
	}

	/** Tasks of beans or the application that go on. */
	Program stays(int tasks) {
		return new Program(this.code, this.times, this.steps, tasks, 0, this.ticking, this.site);
	}

	/** Tasks that go on, whoever owns them. */
	Program remains(int tasks) {
		return new Program(this.code, this.times, this.steps, tasks, ANYBODY, this.ticking, this.site);
	}

	Program ticks() {
		return new Program(this.code, this.times, this.steps, this.live, this.outlived, true, this.site);
	}

	/** Where no frame of the application's schedules. */
	Program at(String site) {
		return new Program(this.code, this.times, this.steps, this.live, this.outlived, this.ticking, site);
	}

	boolean hasKnownOwners() {
		return this.outlived != ANYBODY;
	}

	void use(Visitor visitor) {
		for (int i = 0; i < this.times; i++) {
			visitor.take(this.steps, i);
		}
	}

	/** Those of its tasks. */
	List<Map<String, Object>> of(List<Map<String, Object>> tasks) {
		return tasks.stream().filter((it) -> it.get("site").toString().startsWith(this.site)).toList();
	}

	/** How often its tasks have run. */
	int runs(List<Map<String, Object>> tasks) {
		return of(tasks).stream().mapToInt((it) -> (Integer) it.get("runs")).sum();
	}

	@Override
	public String toString() {
		return this.code.substring(this.code.lastIndexOf('.') + 1);
	}

}
