package io.timerscope;

import org.jspecify.annotations.Nullable;

/**
 * Where the owner of a thread's work comes from. It names the owner when somebody asks,
 * so that work which schedules nothing needs none. Handed from thread to thread, hence
 * called by any; it must not keep a request or session alive after its end.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface OwnerSource {

	/**
	 * The owner of what is scheduled now.
	 * @return the owner, or {@code null} for none
	 */
	@Nullable Owner owner();

	/**
	 * Where the thread's work belonged before, as the request around a scope.
	 * @return the source around this one, or {@code null}
	 */
	default @Nullable OwnerSource outer() {
		return null;
	}

}
