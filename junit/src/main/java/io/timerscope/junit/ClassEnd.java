package io.timerscope.junit;

import java.lang.reflect.Modifier;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;

/**
 * Whether a class can still shut something down when its last test is over. Whose a
 * thread is cannot be seen from outside: where the class has such an end, threads are
 * judged after it.
 */
final class ClassEnd {

	private ClassEnd() {
	}

	static boolean mayShutDown(ExtensionContext context) {
		Class<?> type = context.getRequiredTestClass();
		boolean perClass = context.getTestInstanceLifecycle().filter(Lifecycle.PER_CLASS::equals).isPresent();
		return !AnnotationSupport.findAnnotatedMethods(type, AfterAll.class, HierarchyTraversalMode.BOTTOM_UP).isEmpty()
				|| AnnotationSupport.findAnnotatedFields(type, AutoClose.class)
					.stream()
					.anyMatch((field) -> perClass || Modifier.isStatic(field.getModifiers()));
	}

}
