package io.timerscope.metrics;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * The meters of one registry that name lines of code. A row comes with its line and
 * leaves when there is nothing more to say of it. Whoever comes while they are written
 * goes away again: the registry may lead to the user's code, so no lock is held.
 */
final class LineRows {

	private final MeterRegistry registry;

	private final Map<List<String>, Row> live = new HashMap<>();

	private final Map<List<String>, Row> leaked = new HashMap<>();

	private final Map<List<String>, Row> ages = new HashMap<>();

	private final AtomicBoolean writing = new AtomicBoolean();

	private volatile boolean closed;

	LineRows(MeterRegistry registry) {
		this.registry = registry;
	}

	void show(LineValues values) {
		boolean mine = this.writing.compareAndSet(false, true);
		while (mine) {
			boolean over = this.closed;
			try {
				write(over ? LineValues.NONE : values);
			}
			finally {
				this.writing.set(false);
			}
			mine = this.closed && !over && this.writing.compareAndSet(false, true);
		}
	}

	void close() {
		this.closed = true;
		show(LineValues.NONE);
	}

	private void write(LineValues values) {
		show(TimerscopeMeter.SITE_LIVE, this.live, values.live());
		show(TimerscopeMeter.SITE_LEAKED, this.leaked, values.leaked());
		show(TimerscopeMeter.JOB_SUCCESS_AGE, this.ages, values.ages());
	}

	private void show(TimerscopeMeter kind, Map<List<String>, Row> rows, Map<List<String>, Double> values) {
		for (Iterator<Map.Entry<List<String>, Row>> it = rows.entrySet().iterator(); it.hasNext();) {
			Map.Entry<List<String>, Row> row = it.next();
			if (!values.containsKey(row.getKey())) {
				it.remove();
				this.registry.remove(row.getValue().meter);
			}
		}
		values.forEach((tags, value) -> {
			Row row = rows.get(tags);
			if (row == null) {
				rows.put(tags, new Row(kind, this.registry, tags, value));
			}
			else {
				row.value = value;
			}
		});
	}

	/** One series, which reads what was written last. */
	private static final class Row {

		private volatile double value;

		private final Meter meter;

		Row(TimerscopeMeter kind, MeterRegistry registry, List<String> tags, double value) {
			this.value = value;
			this.meter = kind.register(registry, this, (it) -> it.value, tags.toArray(String[]::new));
		}

	}

}
