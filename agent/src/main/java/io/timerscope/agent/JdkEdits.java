package io.timerscope.agent;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** What is added to which class of the JDK. */
final class JdkEdits {

	private static final String CONCURRENT = "java/util/concurrent/";

	private static final String POOL = CONCURRENT + "ScheduledThreadPoolExecutor";

	private static final String FORKED = CONCURRENT + "DelayScheduler$ScheduledForkJoinTask";

	private JdkEdits() {
	}

	/**
	 * The fields that edits read, by the class that has to have them.
	 */
	static final Map<String, List<String>> FIELDS = Map.of(CONCURRENT + "ThreadPoolExecutor$Worker", List.of("thread"),
			"java/util/Timer", List.of("thread"), FORKED, List.of("runnable", "callable", "nextDelay"));

	/**
	 * The edits by the internal name of the class.
	 * @param feature the release of the JDK
	 */
	static Map<String, Function<MethodVisitor, MethodEdits>> of(int feature) {
		Map<String, Function<MethodVisitor, MethodEdits>> edits = new TreeMap<>();
		edits.put(CONCURRENT + "ThreadPoolExecutor", PoolMade::new);
		edits.put(CONCURRENT + "ThreadPoolExecutor$Worker", WorkerMade::new);
		edits.put(POOL, PoolSchedules::new);
		edits.put(POOL + "$ScheduledFutureTask", PoolTask::new);
		edits.put("java/util/Timer", TimerEdits::new);
		edits.put("java/util/TimerThread", TimerRuns::new);
		edits.put("java/util/TimerTask", TimerTaskCancelled::new);
		if (feature >= 25) {
			edits.put(CONCURRENT + "ForkJoinPool", ForkJoinPoolEdits::new);
			edits.put(FORKED, ForkedTask::new);
		}
		return edits;
	}

	/** Whether the edits of one class read fields of another. */
	static boolean needs(String type, String other) {
		return type.equals(CONCURRENT + "ForkJoinPool") && other.equals(FORKED);
	}

	private static class PoolMade extends MethodEdits {

		PoolMade(MethodVisitor next) {
			super(next);
		}

		@Override
		boolean concerns() {
			return is("<init>");
		}

		@Override
		void exits() {
			loadThis();
			hub("made", "(Ljava/lang/Object;)V");
		}

	}

	private static final class WorkerMade extends MethodEdits {

		private static final String DESCRIPTOR = "(Ljava/util/concurrent/ThreadPoolExecutor;Ljava/lang/Runnable;)V";

		WorkerMade(MethodVisitor next) {
			super(next);
		}

		@Override
		boolean concerns() {
			return is("<init>", DESCRIPTOR);
		}

		@Override
		void exits() {
			visitVarInsn(Opcodes.ALOAD, 1);
			loadThis();
			visitFieldInsn(Opcodes.GETFIELD, CONCURRENT + "ThreadPoolExecutor$Worker", "thread", "Ljava/lang/Thread;");
			hub("worker", "(Ljava/lang/Object;Ljava/lang/Object;)V");
		}

	}

	/** A task is told of before the pool has it, so that no run comes first. */
	private static final class PoolSchedules extends MethodEdits {

		PoolSchedules(MethodVisitor next) {
			super(next);
		}

		@Override
		boolean concerns() {
			return begins("schedule");
		}

		@Override
		public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
			if (name.equals("delayedExecute")) {
				visitInsn(Opcodes.DUP);
				loadThis();
				loadArguments();
				hub((arguments() == 3) ? "scheduled" : name().replace("schedule", "scheduled"),
						"(Ljava/lang/Object;L" + POOL + ";Ljava/lang/Object;" + ((arguments() == 3) ? "J" : "JJ")
								+ "Ljava/util/concurrent/TimeUnit;)V");
			}
			super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
		}

	}

	private static final class PoolTask extends MethodEdits {

		PoolTask(MethodVisitor next) {
			super(next);
		}

		@Override
		boolean concerns() {
			return is("run", "()V") || is("cancel", "(Z)Z");
		}

		@Override
		public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
			boolean runs = is("run") && opcode == Opcodes.INVOKESPECIAL && name.startsWith("run");
			if (runs) {
				loadThis();
				hub("runs", "(Ljava/lang/Object;)V");
			}
			super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
			if (runs) {
				loadThis();
				hub("ran", "(Ljava/lang/Object;)V");
			}
		}

		@Override
		void exits() {
			if (is("cancel")) {
				visitInsn(Opcodes.DUP);
				loadThis();
				hub("cancelled", "(ZLjava/lang/Object;)V");
			}
		}

	}

	private static final class TimerEdits extends MethodEdits {

		TimerEdits(MethodVisitor next) {
			super(next);
		}

		@Override
		boolean concerns() {
			return is("<init>") || is("cancel", "()V") || is("sched", "(Ljava/util/TimerTask;JJ)V");
		}

		/** All that could refuse the task is behind us, and it cannot run yet. */
		@Override
		public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
			if (is("sched") && owner.equals("java/util/TaskQueue") && name.equals("add")) {
				loadThread();
				loadArguments();
				hub("timerScheduled", "(Ljava/lang/Object;Ljava/lang/Object;JJ)V");
			}
			super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
		}

		/**
		 * Before the timer's thread can end, which would look like a failure; told again
		 * at the end for what another thread schedules meanwhile.
		 */
		@Override
		public void visitCode() {
			super.visitCode();
			if (is("cancel")) {
				loadThread();
				hub("timerCancelled", "(Ljava/lang/Object;)V");
			}
		}

		@Override
		void exits() {
			if (!is("sched")) {
				loadThread();
				hub(is("cancel") ? "timerCancelled" : "timer", "(Ljava/lang/Object;)V");
			}
		}

		private void loadThread() {
			loadThis();
			visitFieldInsn(Opcodes.GETFIELD, "java/util/Timer", "thread", "Ljava/util/TimerThread;");
		}

	}

	private static final class TimerRuns extends MethodEdits {

		TimerRuns(MethodVisitor next) {
			super(next);
		}

		@Override
		boolean concerns() {
			return is("mainLoop");
		}

		@Override
		public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
			if (owner.equals("java/util/TimerTask") && name.equals("run")) {
				hub("run", "(Ljava/util/TimerTask;)V");
				return;
			}
			super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
		}

	}

	private static class TimerTaskCancelled extends MethodEdits {

		TimerTaskCancelled(MethodVisitor next) {
			super(next);
		}

		@Override
		boolean concerns() {
			return is("cancel");
		}

		@Override
		void exits() {
			if (is("cancel")) {
				visitInsn(Opcodes.DUP);
				loadThis();
				hub("cancelled", "(ZLjava/lang/Object;)V");
			}
		}

	}

	private static final class ForkJoinPoolEdits extends PoolMade {

		ForkJoinPoolEdits(MethodVisitor next) {
			super(next);
		}

		@Override
		boolean concerns() {
			return super.concerns() || is("scheduleDelayedTask");
		}

		@Override
		public void visitCode() {
			super.visitCode();
			if (is("scheduleDelayedTask")) {
				loadThis();
				loadArguments();
				load("runnable", "Ljava/lang/Runnable;");
				load("callable", "Ljava/util/concurrent/Callable;");
				loadArguments();
				visitFieldInsn(Opcodes.GETSTATIC, CONCURRENT + "TimeUnit", "NANOSECONDS",
						"Ljava/util/concurrent/TimeUnit;");
				visitMethodInsn(Opcodes.INVOKEVIRTUAL, FORKED, "getDelay", "(Ljava/util/concurrent/TimeUnit;)J", false);
				load("nextDelay", "J");
				hub("forked", "(L" + CONCURRENT + "ForkJoinPool;Ljava/lang/Object;Ljava/lang/Object;"
						+ "Ljava/lang/Object;JJ)V");
			}
		}

		private void load(String field, String type) {
			loadArguments();
			visitFieldInsn(Opcodes.GETFIELD, FORKED, field, type);
		}

		@Override
		void exits() {
			if (is("<init>")) {
				super.exits();
			}
		}

	}

	private static final class ForkedTask extends TimerTaskCancelled {

		ForkedTask(MethodVisitor next) {
			super(next);
		}

		@Override
		boolean concerns() {
			return is("compute") || is("cancel", "(Z)Z");
		}

		@Override
		public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
			if (is("compute") && opcode == Opcodes.INVOKEINTERFACE) {
				boolean runs = name.equals("run");
				loadThis();
				hub(name, runs ? "(Ljava/lang/Runnable;Ljava/lang/Object;)V"
						: "(Ljava/util/concurrent/Callable;Ljava/lang/Object;)Ljava/lang/Object;");
				return;
			}
			super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
		}

	}

}
