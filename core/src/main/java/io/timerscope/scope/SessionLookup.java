package io.timerscope.scope;

import io.timerscope.Owner;
import org.jspecify.annotations.Nullable;

/**
 * Finds the owner behind a session of some protocol. Called by any thread.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface SessionLookup {

	/**
	 * The owner behind a session.
	 * @param session the session
	 * @return the owner, or {@code null} if this lookup does not know the session
	 */
	@Nullable Owner find(Object session);

}
