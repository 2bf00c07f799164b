package io.timerscope.junit;

import java.lang.instrument.Instrumentation;
import java.util.Map;

import io.timerscope.agent.SchedulerInstrumentation;
import io.timerscope.handmade.JvmHub;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.jspecify.annotations.Nullable;

/**
 * Turns the agent on, once for the JVM. Where that is not possible, every test that asks
 * for it hears why.
 */
final class AgentSwitch {

	private @Nullable JvmHub hub;

	private long failuresBefore;

	/** What the agent cannot see, by the names of the JDK's classes. */
	private Map<String, String> unseen = Map.of();

	private @Nullable IllegalStateException refusal;

	synchronized void turnOn(TestJvm jvm) {
		if (this.refusal != null) {
			throw new IllegalStateException(this.refusal.getMessage(), this.refusal);
		}
		if (this.hub == null) {
			try {
				JvmHub hub = attached();
				this.failuresBefore = hub.failures();
				hub.listen(null, new SchedulerEar(jvm));
				this.hub = hub;
			}
			catch (IllegalStateException | LinkageError ex) {
				this.refusal = refusal(ex);
				throw this.refusal;
			}
		}
	}

	/**
	 * What the agent missed.
	 * @return a sentence, or {@code null} if it missed nothing
	 */
	synchronized @Nullable String missed() {
		JvmHub hub = this.hub;
		if (!this.unseen.isEmpty()) {
			return "The agent does not see what these classes of the JDK do: " + this.unseen;
		}
		long failures = (hub == null) ? 0 : hub.failures() - this.failuresBefore;
		return (hub == null || failures == 0) ? null
				: "The agent failed to note " + failures + " calls of schedulers, so that lines may be missing; "
						+ "the first failure was " + hub.firstFailure();
	}

	/** A JVM that was started with the agent needs no other. */
	private JvmHub attached() {
		JvmHub hub = JvmHub.find();
		if (hub == null) {
			Instrumentation instrumentation = ByteBuddyAgent.install();
			this.unseen = SchedulerInstrumentation.install(instrumentation);
			hub = JvmHub.find();
		}
		if (hub == null) {
			throw new IllegalStateException("the JDK's schedulers could not be instrumented");
		}
		return hub;
	}

	private static IllegalStateException refusal(Throwable cause) {
		String next = (cause instanceof NoClassDefFoundError)
				? "add net.bytebuddy:byte-buddy-agent to the test class path"
				: "allow it with -XX:+EnableDynamicAgentLoading, without -XX:+DisableAttachMechanism, or start the "
						+ "test JVM with -javaagent:byte-buddy-agent.jar";
		return new IllegalStateException(Settings.AGENT + "=true needs to attach to the test JVM, which failed ("
				+ cause + "); " + next + ", or leave the switch off", cause);
	}

}
