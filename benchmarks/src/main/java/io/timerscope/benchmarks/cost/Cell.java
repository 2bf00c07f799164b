package io.timerscope.benchmarks.cost;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One number of the table: a benchmark with its parameters.
 *
 * @param benchmark class and method
 * @param parameters by name; what is not named has its default
 */
record Cell(String benchmark, Map<String, String> parameters) {

	static Cell of(String benchmark, String... parameters) {
		Map<String, String> named = new LinkedHashMap<>();
		for (int i = 0; i < parameters.length; i += 2) {
			named.put(parameters[i], parameters[i + 1]);
		}
		return new Cell(benchmark, named);
	}

	Cell with(String name, String value) {
		Map<String, String> named = new LinkedHashMap<>(this.parameters);
		named.put(name, value);
		return new Cell(this.benchmark, named);
	}

	@Override
	public String toString() {
		return this.benchmark + this.parameters;
	}

}
