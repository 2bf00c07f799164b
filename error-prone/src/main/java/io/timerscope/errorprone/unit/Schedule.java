package io.timerscope.errorprone.unit;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreePath;
import org.jspecify.annotations.Nullable;

/**
 * One call that schedules a task.
 *
 * @param call the call
 * @param path where it stands
 * @param kind how often the task runs
 * @param api whose method it is
 * @param receiver the scheduler, null for an unqualified call
 * @param task what is to run, null if that is not an argument
 */
public record Schedule(MethodInvocationTree call, TreePath path, Kind kind, Api api, @Nullable ExpressionTree receiver,
		@Nullable ExpressionTree task) {

	public enum Kind {

		PERIODIC, ONE_SHOT

	}

	public enum Api {

		EXECUTOR, JDK_TIMER, WHEEL_TIMER, SPRING, REACTIVE, OWN

	}

	public boolean isPeriodic() {
		return this.kind == Kind.PERIODIC;
	}

}
