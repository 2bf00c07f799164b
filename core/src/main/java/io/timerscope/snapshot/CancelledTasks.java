package io.timerscope.snapshot;

/**
 * What came of cancelling all tasks that match.
 *
 * @param matched how many live tasks there were
 * @param cancelled how many of them are cancelled now
 * @param refused how many went on or ended by themselves meanwhile
 * @since 0.1.0
 */
public record CancelledTasks(long matched, long cancelled, long refused) {
}
