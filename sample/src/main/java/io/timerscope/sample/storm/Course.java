package io.timerscope.sample.storm;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * How one scene went.
 *
 * @param scene the scene
 * @param samples the looks at the shop, oldest first; at least one
 */
record Course(Scene scene, List<Sample> samples) {

	Course {
		samples = List.copyOf(samples);
	}

	Sample last() {
		return this.samples.get(this.samples.size() - 1);
	}

	/** The values that could be had. */
	DoubleStream values(ToDoubleFunction<Sample> value) {
		return this.samples.stream().mapToDouble(value).filter((it) -> !Double.isNaN(it));
	}

	double first(ToDoubleFunction<Sample> value) {
		return values(value).findFirst().orElse(Double.NaN);
	}

	double last(ToDoubleFunction<Sample> value) {
		return values(value).reduce(Double.NaN, (before, it) -> it);
	}

	double max(ToDoubleFunction<Sample> value) {
		return values(value).max().orElse(Double.NaN);
	}

	/** By how much it grew in the second half. */
	double lateGrowth(ToDoubleFunction<Sample> value) {
		double[] values = values(value).toArray();
		return (values.length < 2) ? Double.NaN : values[values.length - 1] - values[values.length / 2];
	}

}
