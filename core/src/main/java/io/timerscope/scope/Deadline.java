package io.timerscope.scope;

import java.time.Duration;

/** When a scope ends by itself. */
final class Deadline implements Comparable<Deadline> {

	private static final Duration FAR = Duration.ofDays(36_500);

	private final Deadlines deadlines;

	private final TaskScope scope;

	private final TaskScopes.Timetables timetables;

	private final long atNanos;

	private final long number;

	Deadline(Deadlines deadlines, TaskScope scope, TaskScopes.Timetables timetables, long atNanos, long number) {
		this.deadlines = deadlines;
		this.scope = scope;
		this.timetables = timetables;
		this.atNanos = atNanos;
		this.number = number;
	}

	static long nanos(Duration duration) {
		return ((duration.compareTo(FAR) < 0) ? duration : FAR).toNanos();
	}

	TaskScope scope() {
		return this.scope;
	}

	TaskScopes.Timetables timetables() {
		return this.timetables;
	}

	long atNanos() {
		return this.atNanos;
	}

	boolean isOver() {
		return this.deadlines.nanosUntil(this) <= 0;
	}

	void forget() {
		this.deadlines.forget(this);
	}

	@Override
	@SuppressWarnings("ComparableType")
	public int compareTo(Deadline other) {
		long difference = this.atNanos - other.atNanos;
		return (difference != 0) ? Long.signum(difference) : Long.compare(this.number, other.number);
	}

	@Override
	public boolean equals(Object other) {
		return this == other;
	}

	@Override
	public int hashCode() {
		return Long.hashCode(this.number);
	}

}
