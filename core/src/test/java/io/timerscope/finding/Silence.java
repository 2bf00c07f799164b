package io.timerscope.finding;

import io.timerscope.Site;
import io.timerscope.TrackingPolicy;
import org.jspecify.annotations.Nullable;

/** How a user says that a finding is not wanted. */
enum Silence {

	/** Not at all. */
	NONE(null),

	/** {@code timerscope.ignore}, or a rule with {@code ignore}. */
	IGNORE("ignore"),

	/** {@code @ApplicationLifetime}. */
	LIFETIME("@ApplicationLifetime"),

	/** {@code timerscope.findings.disabled}. */
	DISABLED("findings.disabled"),

	/** {@code timerscope.unmanaged.ignore-threads}. */
	THREADS("ignore-threads");

	private final @Nullable String column;

	Silence(@Nullable String column) {
		this.column = column;
	}

	/** A word of the heading of its column in the documentation. */
	@Nullable String column() {
		return this.column;
	}

	TrackingPolicy policy() {
		return new TrackingPolicy() {

			@Override
			public boolean ignores(Site site) {
				return Silence.this == IGNORE;
			}

		};
	}

	FindingLimits limits() {
		return new FindingLimits() {

			@Override
			public boolean ignores(Site site) {
				return Silence.this == IGNORE;
			}

			@Override
			public boolean ignoresThread(String name) {
				return Silence.this == THREADS;
			}

			@Override
			public long maxLive(Site site) {
				return 2;
			}

			@Override
			public int maxRetained() {
				return 5;
			}

			@Override
			public boolean purges() {
				return false;
			}

		};
	}

}
