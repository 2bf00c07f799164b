package io.timerscope.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Fails a test that leaves a task, a scheduler or a timer thread behind. On a class it
 * holds for each test, for nested classes, and for what {@code @BeforeAll} leaves behind
 * after the last test. What annotations on the method, the class, its superclasses and
 * the classes around it ignore adds up.
 *
 * @since 0.1.0
 */
@Documented
@Inherited
@Target({ ElementType.TYPE, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(NoTimerLeaks.All.class)
@ExtendWith(TimerLeakExtension.class)
public @interface NoTimerLeaks {

	/**
	 * Leaks that were scheduled there are ignored.
	 * @return patterns such as {@code com.acme.cache.**} or
	 * {@code com.acme.Warmup#refresh}
	 */
	String[] ignoreSite() default {};

	/**
	 * Threads of these names are ignored.
	 * @return names, {@code *} stands for anything
	 */
	String[] ignoreThread() default {};

	/**
	 * Schedulers of these names are ignored, and their tasks.
	 * @return names, {@code *} stands for anything
	 */
	String[] ignoreScheduler() default {};

	/**
	 * Tasks of these owners are ignored.
	 * @return names, or kind and name as in {@code bean:warmup}; {@code *} stands for
	 * anything
	 */
	String[] ignoreOwner() default {};

	/**
	 * Leaks with such a frame anywhere on their creation stack, and threads with such a
	 * frame on their present stack, are ignored.
	 * @return patterns as for {@link #ignoreSite()}
	 */
	String[] ignoreAnyFrame() default {};

	/**
	 * Only leaks with such a frame on their creation stack are reported. Leaves out
	 * threads whose creation nobody saw.
	 * @return patterns as for {@link #ignoreSite()}
	 */
	String[] createdBy() default {};

	/**
	 * Whether what was there before the test is left out.
	 * @return {@code false} to accuse the test of everything that is alive after it
	 */
	boolean ignoreCurrent() default true;

	/**
	 * How long to ask again, with growing pauses, before the test is accused.
	 * @return a time such as {@code 400ms}, {@code 2s} or {@code PT2S}; empty for the
	 * default of {@code 400ms}
	 */
	String retryFor() default "";

	/**
	 * Whether leaked tasks are cancelled and leaked schedulers shut down, after they were
	 * reported.
	 * @return {@code true} to end what can be ended
	 */
	boolean cleanup() default false;

	/**
	 * Why what this annotation ignores is no leak; printed in the summary of the run.
	 * @return the reason
	 */
	String because() default "";

	/**
	 * Several annotations on one element, each with its own reason.
	 */
	@Documented
	@Inherited
	@Target({ ElementType.TYPE, ElementType.METHOD })
	@Retention(RetentionPolicy.RUNTIME)
	@ExtendWith(TimerLeakExtension.class)
	@interface All {

		/**
		 * The annotations.
		 * @return at least two
		 */
		NoTimerLeaks[] value();

	}

}
