package io.timerscope.benchmarks.cost;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * A line of the table and what has to be measured for it.
 *
 * @param work what is done
 * @param limits what should come out
 * @param measure the numbers it is made of
 * @param floor what no code can spare
 */
record Row(String work, Limits limits, Measure measure, Floor floor) {

	private Row(String work, Limits limits, Measure measure) {
		this(work, limits, measure, Floor.NONE);
	}

	/** The same with a floor. */
	Row floor(Floor floor) {
		return new Row(this.work, this.limits, this.measure, floor);
	}

	static Row ratio(String work, Limits limits, Cell of, Cell over) {
		return new Row(work, limits, new Ratio(of, over, true));
	}

	/** A ratio to something else that does the same, and not to what both add to. */
	static Row instead(String work, Limits limits, Cell of, Cell instead) {
		return new Row(work, limits, new Ratio(of, instead, false));
	}

	static Row report(String work, Cell of, Cell over) {
		return new Row(work, Limits.NONE, new Ratio(of, over, true));
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
		return new Line(this.work, this.limits, this.measure.of(numbers), this.measure.format(), behind,
				floor(numbers, measured));
	}

	private String floor(List<Values> numbers, Function<Cell, Values> measured) {
		if (this.floor.equals(Floor.NONE)) {
			return "";
		}
		double least = this.measure.least(this.floor.nanos(measured), numbers);
		return String.format(Locale.ROOT, this.measure.format(), least) + " (" + this.floor + ")";
	}

	/** What becomes of the numbers. */
	sealed interface Measure {

		List<Cell> cells();

		Values of(List<Values> numbers);

		String format();

		/** What would come out if a thing took no longer than its floor. */
		double least(double floorNanos, List<Values> numbers);

	}

	/**
	 * How many times as long one thing takes as another.
	 *
	 * @param of the one
	 * @param over the other
	 * @param onTop whether the one contains the other, and does not take its place
	 */
	private record Ratio(Cell of, Cell over, boolean onTop) implements Measure {

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

		@Override
		public double least(double floorNanos, List<Values> numbers) {
			double over = numbers.get(1).median();
			return ((this.onTop ? over : 0) + floorNanos) / over;
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

		@Override
		public double least(double floorNanos, List<Values> numbers) {
			return floorNanos;
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

		@Override
		public double least(double floorNanos, List<Values> numbers) {
			return floorNanos;
		}

	}

}
