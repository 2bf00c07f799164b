package io.timerscope;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a scheduling call before the task is handed over.
 *
 * @param line where it is counted
 * @param owner for whom it was made
 * @param refusal why it is refused, or {@code null}
 * @param siteInferred whether the line comes from the class of the task
 */
record Opening(Line line, TaskOwner owner, @Nullable String refusal, boolean siteInferred) {
}
