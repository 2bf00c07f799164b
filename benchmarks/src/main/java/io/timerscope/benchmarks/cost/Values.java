package io.timerscope.benchmarks.cost;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.DoubleBinaryOperator;

/** A number that was measured several times, in the order of the rounds. */
final class Values {

	private final double[] values;

	Values(double... values) {
		this.values = values.clone();
	}

	/** Round by round with another number. */
	Values with(Values other, DoubleBinaryOperator operator) {
		double[] results = this.values.clone();
		for (int i = 0; i < results.length; i++) {
			results[i] = operator.applyAsDouble(results[i], other.values[i]);
		}
		return new Values(results);
	}

	int count() {
		return this.values.length;
	}

	double lowest() {
		return sorted()[0];
	}

	double highest() {
		return sorted()[this.values.length - 1];
	}

	double median() {
		double[] sorted = sorted();
		return sorted[sorted.length / 2];
	}

	private double[] sorted() {
		double[] sorted = this.values.clone();
		Arrays.sort(sorted);
		return sorted;
	}

	@Override
	public String toString() {
		return String.format(Locale.ROOT, (median() < 100) ? "%,.1f" : "%,.0f", median());
	}

}
