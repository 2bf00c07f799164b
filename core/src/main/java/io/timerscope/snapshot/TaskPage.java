package io.timerscope.snapshot;

import java.util.List;

import io.timerscope.TaskSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * Some tasks, oldest first.
 *
 * @param tasks at most {@code limit} of them
 * @param limit how many were asked for
 * @param matched how many tasks there are in all that match
 * @param next the id to ask for the next page with, or {@code null} on the last page
 * @since 0.1.0
 */
public record TaskPage(List<TaskSnapshot> tasks, int limit, long matched, @Nullable Long next) {
}
