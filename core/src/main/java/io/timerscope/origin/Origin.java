package io.timerscope.origin;

import io.timerscope.Owner;
import io.timerscope.Site;
import org.jspecify.annotations.Nullable;

/**
 * Where a call came from.
 *
 * @param site the line
 * @param bean the bean on the stack, or {@code null} if there is none or nobody asked
 */
public record Origin(Site site, @Nullable Owner bean) {

	static final Origin UNKNOWN = new Origin(Site.UNKNOWN, null);

}
