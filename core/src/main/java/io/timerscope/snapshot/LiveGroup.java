package io.timerscope.snapshot;

import java.time.Duration;

import io.timerscope.LeakReason;
import io.timerscope.OwnerKind;
import io.timerscope.Site;
import org.jspecify.annotations.Nullable;

/**
 * Live tasks that agree in site, scheduler, owner and whether they outlived it or leak.
 *
 * @param site where they were scheduled
 * @param scheduler the scheduler's name
 * @param ownerKind what they should not outlive
 * @param ownerName what people call it, or {@code null} where there are too many names to
 * tell apart
 * @param outlived whether their owner ended and the grace period is over
 * @param leak why they are leaks, or {@code null} if they are none
 * @param count how many there are, at least one
 * @param totalAge the sum of their ages
 * @param oldest the age of the oldest
 * @since 0.1.0
 */
public record LiveGroup(Site site, String scheduler, OwnerKind ownerKind, @Nullable String ownerName, boolean outlived,
		@Nullable LeakReason leak, long count, Duration totalAge, Duration oldest) {
}
