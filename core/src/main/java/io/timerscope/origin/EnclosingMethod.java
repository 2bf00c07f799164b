package io.timerscope.origin;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The method in whose source a frame is. Compilers make a method or a class of a lambda
 * or closure, and name it after the method around it.
 *
 * @param className the class that declares the method
 * @param methodName the method
 */
record EnclosingMethod(String className, String methodName) {

	/** Groovy: {@code Orders$_place_closure1}, with a closure in it perhaps. */
	private static final Pattern GROOVY = Pattern.compile("(.+?)\\$_(.+?)_closure\\d+(\\$_.*)?");

	/**
	 * Kotlin: {@code Orders$place$1}, for lambdas that are classes and for coroutines.
	 */
	private static final Pattern KOTLIN = Pattern.compile("(.+?)\\$([a-z]\\w*)\\$\\d+(\\$.*)?");

	private static final Set<String> KOTLIN_BODIES = Set.of("invoke", "invokeSuspend");

	private static final Set<String> GROOVY_BODIES = Set.of("doCall", "call");

	private static final String JAVA = "lambda$";

	private static final String SCALA = "$anonfun$";

	static EnclosingMethod of(String className, String methodName) {
		Pattern closure = KOTLIN_BODIES.contains(methodName) ? KOTLIN
				: GROOVY_BODIES.contains(methodName) ? GROOVY : null;
		if (closure != null) {
			Matcher matcher = closure.matcher(className);
			if (matcher.matches()) {
				return new EnclosingMethod(matcher.group(1), matcher.group(2));
			}
		}
		return new EnclosingMethod(className, method(methodName));
	}

	private static String method(String name) {
		if (name.startsWith(JAVA)) {
			return initializer(upToNumber(name.substring(JAVA.length())));
		}
		if (name.startsWith(SCALA)) {
			return upToNumber(name.substring(SCALA.length()));
		}
		int kotlin = name.indexOf("$lambda$");
		return (kotlin > 0) ? name.substring(0, kotlin) : name;
	}

	private static String upToNumber(String name) {
		int end = name.lastIndexOf('$');
		return (end > 0) ? name.substring(0, end) : name;
	}

	private static String initializer(String name) {
		return switch (name) {
			case "new" -> "<init>";
			case "static" -> "<clinit>";
			default -> name;
		};
	}

}
