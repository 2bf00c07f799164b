package io.timerscope.junit;

import java.io.IOException;

import io.timerscope.junit.agent.SchedulerAgent;
import io.timerscope.junit.agent.SchedulerBridge;
import org.jspecify.annotations.Nullable;

/**
 * Turns the agent on, once for the JVM. Where that is not possible, every test that asks
 * for it hears why.
 */
final class AgentSwitch {

	private boolean on;

	private @Nullable IllegalStateException refusal;

	synchronized void turnOn(TestJvm jvm) {
		if (this.refusal != null) {
			throw new IllegalStateException(this.refusal.getMessage(), this.refusal);
		}
		if (!this.on) {
			try {
				SchedulerAgent.attach();
				SchedulerBridge.listen(new SchedulerEar(jvm));
				this.on = true;
			}
			catch (IOException | IllegalStateException | LinkageError ex) {
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
		if (!this.on || SchedulerBridge.failures() == 0) {
			return null;
		}
		return "The agent failed to note " + SchedulerBridge.failures() + " calls of schedulers, so that lines may be "
				+ "missing; the first failure was " + SchedulerBridge.firstFailure();
	}

	private static IllegalStateException refusal(Throwable cause) {
		String next = (cause instanceof NoClassDefFoundError)
				? "add net.bytebuddy:byte-buddy and net.bytebuddy:byte-buddy-agent to the test class path"
				: "allow it with -XX:+EnableDynamicAgentLoading, without -XX:+DisableAttachMechanism, or start the "
						+ "test JVM with -javaagent:byte-buddy-agent.jar";
		return new IllegalStateException(Settings.AGENT + "=true needs to attach to the test JVM, which failed ("
				+ cause + "); " + next + ", or leave the switch off", cause);
	}

}
