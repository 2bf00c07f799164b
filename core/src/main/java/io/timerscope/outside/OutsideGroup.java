package io.timerscope.outside;

import org.jspecify.annotations.Nullable;

/**
 * Threads of one name pattern that run timers beyond the tracked schedulers.
 *
 * @param name the name, with {@code #} in place of each number where there are several
 * threads
 * @param count how many threads
 * @param kind what they belong to
 * @param library the library that made them, or {@code null} where it is not known or the
 * application did
 * @param heldBy bean and field that hold the pool, or {@code null} where no bean is known
 * to
 * @param createdAt the line that made the pools, or {@code null} where no agent saw it
 * @since 0.1.0
 */
public record OutsideGroup(String name, int count, OutsideKind kind, @Nullable String library, @Nullable String heldBy,
		@Nullable String createdAt) {

	/**
	 * The group in few words.
	 * @return for example {@code HikariPool-1:housekeeper (HikariCP)}
	 */
	public String words() {
		String number = (this.count == 1) ? "" : " ×" + this.count;
		String of = (this.library != null) ? this.library : (this.createdAt != null) ? this.createdAt : this.heldBy;
		return this.name + number + ((of == null) ? "" : " (" + of + ")");
	}

	/** What the threads of a group have in common. */
	record Key(String pattern, OutsideKind kind, @Nullable String library, @Nullable String heldBy,
			@Nullable String createdAt) {
	}

}
