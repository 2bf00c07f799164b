package io.timerscope.benchmarks.cost;

import java.util.List;
import java.util.function.Function;

/**
 * A line of the table and what has to be measured for it.
 *
 * @param work what is done
 * @param limits what should come out
 * @param measure the numbers it is made of
 */
record Row(String work, Limits limits, Measure measure) {

	static Row ratio(String work, Limits limits, Cell of, Cell over) {
		return new Row(work, limits, new Ratio(of, over));
	}

	static Row report(String work, Cell of, Cell over) {
		return new Row(work, Limits.NONE, new Ratio(of, over));
	}

	static Row more(String work, Limits limits, Cell of, Cell over) {
		return new Row(work, limits, new More(of, over));
	}

	static Row time(String work, Limits limits, Cell of) {
		return new Row(work, limits, new Time(of));
	}

	Line line(Function<Cell, Values> measured) {
		List<Values> numbers = this.measure.cells().stream().map(measured).toList();
		String behind = (numbers.size() == 1) ? "" : numbers.get(1) + " → " + numbers.get(0) + " ns";
		return new Line(this.work, this.limits, this.measure.of(numbers), this.measure.format(), behind);
	}

	/** What becomes of the numbers. */
	sealed interface Measure {

		List<Cell> cells();

		Values of(List<Values> numbers);

		String format();

	}

	/** How many times as long one thing takes as another. */
	private record Ratio(Cell of, Cell over) implements Measure {

		@Override
		public List<Cell> cells() {
			return List.of(this.of, this.over);
		}

		@Override
		public Values of(List<Values> numbers) {
			return numbers.get(0).with(numbers.get(1), (of, over) -> of / over);
		}

		@Override
		public String format() {
			return "%.2f";
		}

	}

	/** How many nanoseconds longer one thing takes than another. */
	private record More(Cell of, Cell over) implements Measure {

		@Override
		public List<Cell> cells() {
			return List.of(this.of, this.over);
		}

		@Override
		public Values of(List<Values> numbers) {
			return numbers.get(0).with(numbers.get(1), (of, over) -> of - over);
		}

		@Override
		public String format() {
			return "%,.0f";
		}

	}

	/** Nanoseconds as they are. */
	private record Time(Cell of) implements Measure {

		@Override
		public List<Cell> cells() {
			return List.of(this.of);
		}

		@Override
		public Values of(List<Values> numbers) {
			return numbers.get(0);
		}

		@Override
		public String format() {
			return "%,.0f";
		}

	}

}
