package io.timerscope.programs;

import java.util.List;

/**
 * A line that leaks, and what is to be found.
 *
 * @param code the name of the class of the line
 * @param method the method of the line
 * @param times how often it is used
 * @param step what a use is, in the words of {@link Visitor}; {@code null} where another
 * leak's step reaches this line too
 * @param kinds the kinds of finding that are right
 * @param witness the witness to be named
 * @param count how many tasks leak
 * @param held how many more there are at the line, which are not held against it
 */
record Leak(String code, String method, int times, String step, List<String> kinds, String witness, int count,
		int held) {

	static Leak of(String code, String method, int times, String step) {
		return new Leak(code, method, times, step, List.of("outlived-request"), "stale", times, 0);
	}

	Leak kinds(String... kinds) {
		return new Leak(this.code, this.method, this.times, this.step, List.of(kinds), this.witness, this.count,
				this.held);
	}

	Leak witness(String witness) {
		return new Leak(this.code, this.method, this.times, this.step, this.kinds, witness, this.count, this.held);
	}

	Leak count(int count) {
		return new Leak(this.code, this.method, this.times, this.step, this.kinds, this.witness, count, this.held);
	}

	Leak held(int held) {
		return new Leak(this.code, this.method, this.times, this.step, this.kinds, this.witness, this.count, held);
	}

	void use(Visitor visitor) {
		for (int i = 0; i < this.times && this.step != null; i++) {
			visitor.take(List.of(this.step), i);
		}
	}

	String site() {
		return this.code + "." + this.method + "(";
	}

	@Override
	public String toString() {
		return this.code.substring(this.code.lastIndexOf('.') + 1) + "." + this.method;
	}

}
