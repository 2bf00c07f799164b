package io.timerscope;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * The owner on whose behalf the current thread works. One context belongs to one ledger;
 * every method concerns the calling thread only.
 *
 * @since 0.1.0
 */
public interface OwnerContext {

	/**
	 * The owner of what this thread schedules now.
	 * @return the owner, or {@code null} where no request, session or scope is at work
	 */
	@Nullable Owner current();

	/**
	 * The nearest owner of a kind that this thread works for.
	 * @param kind the kind
	 * @return the owner, or {@code null} where there is none of the kind
	 */
	@Nullable Owner nearest(OwnerKind kind);

	/**
	 * Where the owner comes from, to be handed to another thread.
	 * @return the source, or {@code null} where no request, session or scope is at work
	 */
	@Nullable OwnerSource source();

	/**
	 * Works on behalf of an owner from now on.
	 * @param source the owner, or what names it when it is asked for; {@code null} for
	 * none
	 * @return the source before, to be handed to this method again when the work is done
	 */
	@Nullable OwnerSource swap(@Nullable OwnerSource source);

	/**
	 * Works on behalf of an owner until {@link #leave()}, for callers that cannot keep
	 * what {@link #swap} returns.
	 * @param source the owner, or what names it
	 */
	void enter(OwnerSource source);

	/** Takes the last {@link #enter} on this thread back, if there is one. */
	void leave();

	/**
	 * Schedules something that serves an owner and is no task of the application: it is
	 * in no ledger.
	 * @param <T> what the scheduler returns
	 * @param call the scheduling call
	 * @return what it returned
	 */
	<T extends @Nullable Object> T untracked(Supplier<T> call);

}
