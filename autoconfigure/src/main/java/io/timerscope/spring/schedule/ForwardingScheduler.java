package io.timerscope.spring.schedule;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.concurrent.ExecutorService;

import org.jspecify.annotations.Nullable;
import org.springframework.aop.TargetClassAware;

/**
 * A tracked scheduler that is a subclass written by hand. It is safe only as long as it
 * forwards every public method there is on the JDK and Framework at hand.
 */
public interface ForwardingScheduler extends TrackedScheduler, TargetClassAware {

	/** The real scheduler. */
	Object target();

	/**
	 * A public method of the parent that a subclass does not forward.
	 * @param subclass the forwarding subclass
	 * @return the first one, or {@code null} if there is none
	 */
	static @Nullable Method gap(Class<?> subclass) {
		for (Method method : subclass.getMethods()) {
			int modifiers = method.getModifiers();
			Class<?> declaring = method.getDeclaringClass();
			if (!ForwardingScheduler.class.isAssignableFrom(declaring) && declaring != Object.class
					&& !method.isBridge() && !isBuiltOnOthers(method) && !Modifier.isFinal(modifiers)
					&& !Modifier.isStatic(modifiers)) {
				return method;
			}
		}
		return null;
	}

	/** The JDK's {@code close} shuts down and waits, by methods that are forwarded. */
	private static boolean isBuiltOnOthers(Method method) {
		return method.getDeclaringClass() == ExecutorService.class && method.isDefault();
	}

}
