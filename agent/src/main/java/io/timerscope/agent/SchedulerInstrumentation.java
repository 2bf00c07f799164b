package io.timerscope.agent;

import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

import org.objectweb.asm.MethodVisitor;

/**
 * Makes the JDK's pools and timers tell what they do, to whoever listens at
 * {@code java.util.concurrent.TimerscopeHub}. One for the agent in production and for the
 * one in tests.
 *
 * @since 0.1.0
 */
public final class SchedulerInstrumentation {

	private SchedulerInstrumentation() {
	}

	/**
	 * Instruments the JDK's schedulers, unless that was done before. A class that cannot
	 * be instrumented stays as it is.
	 * @param instrumentation of this JVM
	 * @return what cannot be seen, with the reason, by the name of the class; empty if
	 * all went well
	 * @throws IllegalStateException if nothing can be seen; nothing was changed then
	 */
	public static Map<String, String> install(Instrumentation instrumentation) {
		if (HubClass.find() != null) {
			return Map.of();
		}
		Map<String, String> failures = new TreeMap<>();
		try {
			HubClass.define(instrumentation);
		}
		catch (Exception | LinkageError ex) {
			throw new IllegalStateException("the JVM's schedulers cannot be instrumented (" + ex + ")", ex);
		}
		Map<String, Function<MethodVisitor, MethodEdits>> edits = JdkEdits.of(Runtime.version().feature());
		JdkEdits.FIELDS.forEach((type, fields) -> {
			if (edits.containsKey(type) && !hasFields(type, fields)) {
				edits.keySet().removeIf((each) -> each.equals(type) || JdkEdits.needs(each, type));
				failures.put(type.replace('/', '.'), "this JDK's class has none of the fields that were expected");
			}
		});
		SchedulerTransformer transformer = new SchedulerTransformer(edits);
		// stays, since another agent that changes the same class begins with the JDK's
		instrumentation.addTransformer(transformer, true);
		for (String name : transformer.classNames()) {
			retransform(instrumentation, name, failures);
		}
		transformer.failures().forEach((name, failure) -> failures.put(name, failure.toString()));
		return failures;
	}

	private static boolean hasFields(String type, List<String> fields) {
		try {
			Class<?> found = Class.forName(type.replace('/', '.'), false, null);
			return Arrays.stream(found.getDeclaredFields()).map(Field::getName).toList().containsAll(fields);
		}
		catch (ClassNotFoundException | LinkageError ex) {
			return false;
		}
	}

	/** One by one, so that one that fails leaves the others alone. */
	private static void retransform(Instrumentation instrumentation, String name, Map<String, String> failures) {
		try {
			instrumentation.retransformClasses(Class.forName(name, false, null));
		}
		catch (ClassNotFoundException | UnmodifiableClassException | RuntimeException | LinkageError
				| InternalError ex) {
			failures.put(name, ex.toString());
		}
	}

}
