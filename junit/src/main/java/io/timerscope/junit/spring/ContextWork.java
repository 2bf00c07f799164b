package io.timerscope.junit.spring;

import java.util.Iterator;
import java.util.stream.Stream;

/**
 * Tells by the stack whether a Spring context is at work that tests share: it is loaded,
 * paused or restarted, or it makes a bean that it will end itself. Whoever asks for a
 * prototype, or for a bean of a request or session, has to end it.
 */
public final class ContextWork {

	private static final String CACHE = "org.springframework.test.context.cache.";

	private static final String FACTORY = "org.springframework.beans.factory.support.AbstractAutowireCapableBeanFactory";

	private static final String PARENT = "org.springframework.beans.factory.support.AbstractBeanFactory";

	private static final String WEB_SCOPES = "org.springframework.web.context.request.";

	private static final StackWalker STACKS = StackWalker.getInstance();

	private ContextWork() {
	}

	/** Whether the current thread does it. */
	public static boolean isGoingOn() {
		return STACKS.walk(ContextWork::isAmong);
	}

	private static boolean isAmong(Stream<StackWalker.StackFrame> stack) {
		Iterator<StackWalker.StackFrame> frames = stack.iterator();
		boolean creates = false;
		while (frames.hasNext()) {
			StackWalker.StackFrame frame = frames.next();
			String type = frame.getClassName();
			if (type.startsWith(CACHE) || (creates && isOfSingletonOrScope(frame) && !isOfWebScope(frames))) {
				return true;
			}
			creates = type.equals(FACTORY) && frame.getMethodName().equals("createBean");
		}
		return false;
	}

	/** {@code doGetBean} makes a prototype itself, and hands a lambda to all others. */
	private static boolean isOfSingletonOrScope(StackWalker.StackFrame frame) {
		return frame.getClassName().equals(PARENT) && frame.getMethodName().startsWith("lambda$doGetBean");
	}

	private static boolean isOfWebScope(Iterator<StackWalker.StackFrame> frames) {
		return frames.hasNext() && frames.next().getClassName().startsWith(WEB_SCOPES);
	}

}
