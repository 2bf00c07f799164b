package io.timerscope.spring.bean;

import org.jspecify.annotations.Nullable;

/**
 * A method that the container schedules.
 *
 * @param target the bean, or {@code null} where only its class is known
 * @param className the bean's class
 * @param site the method
 */
record DeclaredMethod(@Nullable Object target, String className, StackTraceElement site) {
}
