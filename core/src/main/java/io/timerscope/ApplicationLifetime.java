package io.timerscope;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that a task lives as long as the application, on purpose: what is scheduled there
 * is not reported as a leak.
 *
 * @since 0.1.0
 */
@Documented
@Target({ ElementType.FIELD, ElementType.METHOD, ElementType.TYPE })
@Retention(RetentionPolicy.RUNTIME)
public @interface ApplicationLifetime {

	/**
	 * Why the task needs no end before the application's, for the next reader.
	 * @return the reason
	 */
	String value();

}
