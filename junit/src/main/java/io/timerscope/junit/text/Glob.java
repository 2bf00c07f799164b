package io.timerscope.junit.text;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** A name in which {@code *} stands for anything. */
public final class Glob {

	private final Pattern pattern;

	public Glob(String text) {
		this.pattern = Pattern
			.compile(Arrays.stream(text.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
	}

	public boolean matches(@Nullable String name) {
		return name != null && this.pattern.matcher(name).matches();
	}

}
