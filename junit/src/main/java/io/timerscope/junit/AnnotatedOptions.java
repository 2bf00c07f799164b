package io.timerscope.junit;

import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.timerscope.junit.text.Durations;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * The options of all annotations that hold for a test: on the method, on the class, its
 * superclasses and interfaces, and on the classes around it.
 */
final class AnnotatedOptions {

	private AnnotatedOptions() {
	}

	static List<LeakOption> of(ExtensionContext context) {
		Set<NoTimerLeaks> annotations = new LinkedHashSet<>();
		context.getTestMethod().ifPresent((method) -> add(annotations, method));
		Class<?> type = context.getTestClass().orElse(null);
		while (type != null) {
			addHierarchy(annotations, type);
			type = type.getEnclosingClass();
		}
		List<LeakOption> options = new ArrayList<>();
		annotations.forEach((annotation) -> addOptions(options, annotation));
		return options;
	}

	private static void addHierarchy(Set<NoTimerLeaks> annotations, @Nullable Class<?> type) {
		if (type != null) {
			add(annotations, type);
			for (Class<?> parent : type.getInterfaces()) {
				addHierarchy(annotations, parent);
			}
			addHierarchy(annotations, type.getSuperclass());
		}
	}

	private static void add(Set<NoTimerLeaks> annotations, AnnotatedElement element) {
		annotations.addAll(AnnotationSupport.findRepeatableAnnotations(element, NoTimerLeaks.class));
	}

	private static void addOptions(List<LeakOption> options, NoTimerLeaks annotation) {
		String reason = annotation.because().isEmpty() ? null : annotation.because();
		addIgnores(options, LeakPart.SITE, annotation.ignoreSite(), reason);
		addIgnores(options, LeakPart.THREAD, annotation.ignoreThread(), reason);
		addIgnores(options, LeakPart.SCHEDULER, annotation.ignoreScheduler(), reason);
		addIgnores(options, LeakPart.OWNER, annotation.ignoreOwner(), reason);
		addIgnores(options, LeakPart.ANY_FRAME, annotation.ignoreAnyFrame(), reason);
		for (String pattern : annotation.createdBy()) {
			options.add(new LeakOption.CreatedBy(pattern));
		}
		if (!annotation.retryFor().isEmpty()) {
			options.add(new LeakOption.RetryFor(Durations.parse("retryFor", annotation.retryFor())));
		}
		if (!annotation.ignoreCurrent()) {
			options.add(new LeakOption.NoBaseline());
		}
		if (annotation.cleanup()) {
			options.add(new LeakOption.Cleanup());
		}
	}

	private static void addIgnores(List<LeakOption> options, LeakPart part, String[] patterns,
			@Nullable String reason) {
		for (String pattern : patterns) {
			options.add(new LeakOption.Ignore(part, pattern, reason));
		}
	}

}
