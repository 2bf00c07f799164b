package io.timerscope.spring;

import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.util.PatternMatchUtils;

/**
 * The beans that the user wants left alone.
 */
final class ExcludedBeans {

	private final Supplier<List<String>> patterns;

	ExcludedBeans(Supplier<List<String>> patterns) {
		this.patterns = patterns;
	}

	/** Why a bean is left alone, or {@code null}. */
	@Nullable String reason(String beanName) {
		String shown = BeanNames.shown(beanName);
		for (String pattern : this.patterns.get()) {
			if (PatternMatchUtils.simpleMatch(pattern, shown)) {
				return "it is excluded by timerscope.exclude-beans: " + pattern;
			}
		}
		return null;
	}

	/** Patterns that match none of the names. */
	List<String> idle(Collection<String> beanNames) {
		return this.patterns.get()
			.stream()
			.filter((pattern) -> beanNames.stream().noneMatch((name) -> PatternMatchUtils.simpleMatch(pattern, name)))
			.toList();
	}

}
