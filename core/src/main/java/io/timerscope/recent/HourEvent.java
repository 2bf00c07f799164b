package io.timerscope.recent;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Something that happened in the last hour.
 *
 * @param time when
 * @param what {@code raised} or {@code resolved} for a finding, {@code operator} for what
 * somebody did
 * @param kind the kind of the finding, or the name of the action
 * @param severity how bad the finding is, or {@code null} for an action
 * @param subject where, or what was done
 * @param scheduler the scheduler's name, or {@code null} where no single one is concerned
 * @param count how many tasks or threads were concerned
 * @since 0.1.0
 */
public record HourEvent(Instant time, String what, String kind, @Nullable String severity, String subject,
		@Nullable String scheduler, long count) {

	private static final int LONGEST = 300;

	public HourEvent {
		subject = (subject.length() <= LONGEST) ? subject : subject.substring(0, LONGEST - 1) + "…";
	}

}
