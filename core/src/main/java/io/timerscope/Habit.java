package io.timerscope;

import org.jspecify.annotations.Nullable;

/**
 * Where tasks of one class have come from, as far as the walks agree. Most classes of
 * tasks, a lambda's above all, are scheduled by one line only; once enough walks have
 * said the same, the line is taken as given and a walk now and then is a probe. A class
 * that was seen at two lines is walked every time from then on. Counting is racy on
 * purpose: what is lost is a probe, never a task.
 */
final class Habit {

	private static final int WALKED_AT_FIRST = 17;

	/** Spreads the probes, so that no rhythm of the application can hide from them. */
	private static final int GOLDEN = 0x9E3779B9;

	private final int probeShift;

	private int calls;

	private volatile boolean mixed;

	private volatile boolean tellingApart;

	private volatile @Nullable Origin origin;

	private volatile @Nullable Line line;

	/** A lambda belongs to one line of code, a class with a name to any number. */
	Habit(Class<?> type) {
		this.probeShift = type.isHidden() ? 25 : 27;
	}

	/** The origin of one more call, or {@code null} if it has to be walked. */
	@Nullable Origin expected() {
		int calls = ++this.calls;
		if (this.mixed || (calls & Integer.MAX_VALUE) <= WALKED_AT_FIRST || (calls * GOLDEN) >>> this.probeShift == 0) {
			return null;
		}
		Origin origin = this.origin;
		Owner bean = (origin == null) ? null : origin.bean();
		return (bean != null && bean.isEnded()) ? null : origin;
	}

	/** Whether each task has to be asked for its owner, as of the last walk. */
	boolean isTellingApart() {
		return this.tellingApart;
	}

	/** From now on nothing is inferred. */
	void walkAlways() {
		this.mixed = true;
	}

	/** Takes what a walk has found. */
	void walked(Origin walked, boolean tellingApart) {
		this.tellingApart = tellingApart;
		Origin before = this.origin;
		Owner bean = (before == null) ? null : before.bean();
		if (before == null || (bean != null && bean.isEnded())) {
			this.origin = walked;
		}
		else if (before.site() != walked.site() || bean != walked.bean()) {
			this.mixed = true;
		}
	}

	/** The line of the last call, if this one belongs to it too. */
	Line line(TaskTracker tracker, Site site, OwnerKind kind) {
		Line line = this.line;
		if (line == null || line.tracker != tracker || line.site != site || line.ownerKind != kind) {
			line = tracker.line(site, kind);
			this.line = line;
		}
		return line;
	}

}
