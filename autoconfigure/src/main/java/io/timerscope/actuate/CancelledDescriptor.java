package io.timerscope.actuate;

import io.timerscope.snapshot.CancelledTasks;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * What came of cancelling all tasks that match.
 *
 * @param matched how many live tasks there were
 * @param cancelled how many of them are cancelled now
 * @param refused how many went on or ended by themselves meanwhile
 * @since 0.1.0
 */
public record CancelledDescriptor(long matched, long cancelled, long refused) implements OperationResponseBody {

	static CancelledDescriptor of(CancelledTasks tasks) {
		return new CancelledDescriptor(tasks.matched(), tasks.cancelled(), tasks.refused());
	}

}
