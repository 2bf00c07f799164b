package io.timerscope.benchmarks.cost;

import io.timerscope.OwnerResolver;
import io.timerscope.ledger.TaskLedger;
import org.jspecify.annotations.Nullable;

/** Two hundred lines of an application, and tasks that say to which they belong. */
final class NumberedLines implements OwnerResolver {

	static final int LINES = 200;

	private final StackTraceElement[] lines = new StackTraceElement[LINES];

	private final TaskLedger ledger;

	NumberedLines() {
		for (int i = 0; i < LINES; i++) {
			this.lines[i] = new StackTraceElement("com.acme.Line" + i, "schedule", "Line" + i + ".java", i);
		}
		this.ledger = TaskLedger.builder().resolver(this).build();
	}

	TaskLedger ledger() {
		return this.ledger;
	}

	static Runnable task(int number) {
		return new Numbered(number % LINES);
	}

	@Override
	public @Nullable DeclaredTask declared(Object task) {
		return (task instanceof Numbered numbered)
				? new DeclaredTask(this.ledger.application(), this.lines[numbered.line()]) : null;
	}

	/**
	 * A task of one of the lines.
	 *
	 * @param line its number
	 */
	private record Numbered(int line) implements Runnable {

		@Override
		public void run() {
		}

	}

}
