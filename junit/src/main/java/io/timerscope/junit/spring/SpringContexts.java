package io.timerscope.junit.spring;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * The Spring context of a test, where Spring's test support is there and the test uses
 * it.
 */
public final class SpringContexts {

	private static final boolean PRESENT = isPresent("org.springframework.test.context.junit.jupiter.SpringExtension");

	private SpringContexts() {
	}

	/** What the test's context brings, loaded if it is not; empty for a plain test. */
	public static Optional<SpringGivens> of(ExtensionContext context) {
		return PRESENT ? Access.givensOf(context) : Optional.empty();
	}

	private static boolean isPresent(String className) {
		try {
			Class.forName(className, false, SpringContexts.class.getClassLoader());
			return true;
		}
		catch (ClassNotFoundException | LinkageError ex) {
			return false;
		}
	}

	/** Loaded only where Spring is. */
	private static final class Access {

		private static boolean isUsedBy(ExtensionContext context) {
			Class<?> type = context.getTestClass().orElse(null);
			while (type != null) {
				if (AnnotationSupport.findRepeatableAnnotations(type, ExtendWith.class)
					.stream()
					.anyMatch(Access::isSpring)) {
					return true;
				}
				type = type.getEnclosingClass();
			}
			return false;
		}

		private static boolean isSpring(ExtendWith annotation) {
			for (Class<?> extension : annotation.value()) {
				if (extension == SpringExtension.class) {
					return true;
				}
			}
			return false;
		}

		static Optional<SpringGivens> givensOf(ExtensionContext context) {
			if (!isUsedBy(context)) {
				return Optional.empty();
			}
			ApplicationContext spring = contextOf(context);
			return Optional.of((spring == null) ? SpringGivens.NONE : SpringGivens.of(spring));
		}

		/** A context that cannot be loaded has failed the test already. */
		private static @Nullable ApplicationContext contextOf(ExtensionContext context) {
			try {
				return SpringExtension.getApplicationContext(context);
			}
			catch (IllegalStateException ex) {
				return null;
			}
		}

	}

}
