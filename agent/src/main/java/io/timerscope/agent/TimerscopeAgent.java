package io.timerscope.agent;

import java.lang.instrument.Instrumentation;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What {@code -javaagent:timerscope-agent.jar} starts. It can be started with the JVM
 * only, and whatever goes wrong in it, the application starts.
 *
 * @since 0.1.0
 */
public final class TimerscopeAgent {

	private TimerscopeAgent() {
	}

	/**
	 * Called by the JVM before {@code main}.
	 * @param arguments {@code always}, or nothing
	 * @param instrumentation of this JVM
	 */
	public static void premain(@Nullable String arguments, Instrumentation instrumentation) {
		try {
			if (isRefused(arguments)) {
				return;
			}
			CreationLines lines = new CreationLines();
			Map<String, String> failures = SchedulerInstrumentation.install(instrumentation);
			lines.listen();
			failures.forEach((type, reason) -> say("does not see what " + type + " does: " + reason));
		}
		catch (Throwable ex) {
			say("sees nothing: " + ex.getMessage() + ". The application starts as if the agent was not there");
		}
	}

	private static boolean isRefused(@Nullable String arguments) {
		if (System.getProperty("org.graalvm.nativeimage.imagecode") != null) {
			say("does nothing in a native image, since the schedulers in it cannot be changed any more. "
					+ "The starter works as it does without the agent");
			return true;
		}
		boolean always = "always".equals(arguments);
		if (arguments != null && !arguments.isEmpty() && !always) {
			say("does not know the argument \"" + arguments + "\" and ignores it; there is \"always\"");
		}
		if (!always && !Starter.isOnClassPath()) {
			say("does nothing, since there is no timerscope-spring-boot-starter on the class path. Where it comes later, "
					+ "as in a war on an application server, say -javaagent:timerscope-agent.jar=always");
			return true;
		}
		return false;
	}

	/** There may be no logging system yet. */
	@SuppressWarnings("SystemOut")
	private static void say(String what) {
		System.err.println("Timerscope: the agent " + what + ".");
	}

}
