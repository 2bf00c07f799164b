package io.timerscope.junit.agent;

import net.bytebuddy.asm.Advice;

/** The code that goes into the JDK's schedulers. Each class is copied, never called. */
final class SchedulerAdvice {

	private SchedulerAdvice() {
	}

	/** At the end of {@code schedule}, {@code scheduleAtFixedRate} and their kin. */
	static final class Scheduled {

		private Scheduled() {
		}

		@Advice.OnMethodExit
		static void exit(@Advice.Origin("#m") String method, @Advice.This Object scheduler,
				@Advice.AllArguments Object[] arguments, @Advice.Return Object future) {
			SchedulerBridge.tell(method, scheduler, arguments, future);
		}

	}

	/** At the end of {@code Timer.sched}. */
	static final class TimerScheduled {

		private TimerScheduled() {
		}

		@Advice.OnMethodExit
		static void exit(@Advice.FieldValue("thread") Object thread, @Advice.AllArguments Object[] arguments) {
			SchedulerBridge.tell("sched", thread, arguments, null);
		}

	}

	/** At the end of each constructor of a pool. */
	static final class PoolMade {

		private PoolMade() {
		}

		@Advice.OnMethodExit
		static void exit(@Advice.This Object pool) {
			SchedulerBridge.tell("pool", pool, new Object[0], null);
		}

	}

	/** At the end of the constructor of a pool's worker. */
	static final class WorkerMade {

		private WorkerMade() {
		}

		@Advice.OnMethodExit
		static void exit(@Advice.Argument(0) Object pool, @Advice.FieldValue("thread") Object thread) {
			SchedulerBridge.tell("worker", pool, new Object[] { thread }, null);
		}

	}

	/** At the end of each constructor of a timer. */
	static final class TimerMade {

		private TimerMade() {
		}

		@Advice.OnMethodExit
		static void exit(@Advice.FieldValue("thread") Object thread) {
			SchedulerBridge.tell("timer", thread, new Object[0], null);
		}

	}

}
