package io.timerscope.snapshot;

import java.time.Instant;

import io.timerscope.Site;
import io.timerscope.Totals;
import org.jspecify.annotations.Nullable;

/**
 * One site at one instant, over all schedulers.
 *
 * @param site the line
 * @param totals its counts
 * @param oldest when its oldest live task was scheduled, or {@code null} if there is none
 * @since 0.1.0
 */
public record SiteSnapshot(Site site, Totals totals, @Nullable Instant oldest) {
}
