package io.timerscope;

/**
 * A run under way.
 *
 * @param thread the thread that runs it
 * @param startedNanos when it started
 * @param latenessNanos how long after its due time it started
 */
record ActiveRun(Thread thread, long startedNanos, long latenessNanos) {
}
