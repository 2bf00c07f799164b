package io.timerscope.errorprone;

import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

import com.google.errorprone.bugpatterns.BugChecker;

/**
 * The checks that the module registers.
 */
final class Checks {

	static final List<String> NAMES = ServiceLoader.load(BugChecker.class)
		.stream()
		.map((provider) -> provider.type())
		.filter((type) -> type.getPackage() == Checks.class.getPackage())
		.map(Class::getSimpleName)
		.sorted()
		.toList();

	private Checks() {
	}

	/** Switches each check on with the severity it has by itself. */
	static String switches() {
		return NAMES.stream().map((name) -> "-Xep:" + name).collect(Collectors.joining(" "));
	}

}
