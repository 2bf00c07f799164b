package io.timerscope.scope;

import java.util.Set;

/**
 * The call that opened a scope: a method, and where in it. The call goes on while the
 * method is on the stack of its thread, behind that place. A later call of the same
 * method has not come to that place when it opens a scope itself.
 *
 * @param threadId the thread
 * @param className the class of the method
 * @param methodName the method
 * @param bytecodeIndex where it opened the scope
 */
record Opener(long threadId, String className, String methodName, int bytecodeIndex) {

	private static final StackWalker STACK = StackWalker.getInstance();

	private static final Set<String> OURS = Set.of(Opener.class.getName(), OpenOnThread.class.getName(),
			TaskScope.class.getName(), TaskScopes.class.getName());

	/** The call that leads here. */
	static Opener current() {
		return STACK.walk((frames) -> frames.dropWhile((frame) -> OURS.contains(frame.getClassName()))
			.findFirst()
			.map((frame) -> new Opener(threadId(Thread.currentThread()), frame.getClassName(), frame.getMethodName(),
					frame.getByteCodeIndex()))
			.orElseGet(() -> new Opener(threadId(Thread.currentThread()), "", "", 0)));
	}

	/**
	 * Whether this thread is within the call. Another thread was handed the scope, and
	 * whoever did so takes it back.
	 */
	boolean goesOn() {
		return threadId(Thread.currentThread()) != this.threadId
				|| STACK.walk((frames) -> frames.filter(this::isOf).findFirst())
					.filter((frame) -> frame.getByteCodeIndex() > this.bytecodeIndex)
					.isPresent();
	}

	private boolean isOf(StackWalker.StackFrame frame) {
		return frame.getMethodName().equals(this.methodName) && frame.getClassName().equals(this.className);
	}

	@SuppressWarnings("deprecation") // threadId() came with JDK 19
	private static long threadId(Thread thread) {
		return thread.getId();
	}

}
