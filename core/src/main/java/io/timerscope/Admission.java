package io.timerscope;

import org.jspecify.annotations.Nullable;

/**
 * Asked before a task is handed to its scheduler, on the scheduling thread.
 *
 * @since 0.1.0
 */
public interface Admission {

	/** Lets everything pass. */
	Admission OPEN = (site, declared) -> null;

	/**
	 * Decides on one call.
	 * @param site where it comes from
	 * @param declared whether the task was declared, as an {@code @Scheduled} method is
	 * @return why the call is refused, or {@code null} to let it pass
	 */
	@Nullable String refusal(Site site, boolean declared);

	/**
	 * Whether a call from a site would be refused. Nothing is refused by the question, so
	 * nothing is to be counted.
	 * @param site where calls come from
	 * @return {@code true} if {@link #refusal} should be asked, with a site that is
	 * certain
	 */
	default boolean mayRefuse(Site site) {
		return refusal(site, false) != null;
	}

}
