package io.timerscope.junit.agent;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

import net.bytebuddy.agent.ByteBuddyAgent;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.matcher.ElementMatcher;
import net.bytebuddy.matcher.ElementMatchers;

/**
 * Attaches to this very JVM and makes the JDK's pools and timers tell the
 * {@link SchedulerBridge} what they do.
 */
public final class SchedulerAgent {

	private static final String BRIDGE = "io/timerscope/junit/agent/SchedulerBridge.class";

	private SchedulerAgent() {
	}

	/**
	 * Attaches; to be called once, before the bridge is used.
	 * @throws IllegalStateException if this JVM does not allow it
	 * @throws IOException if the bridge cannot be handed to the bootstrap loader
	 */
	public static void attach() throws IOException {
		Instrumentation instrumentation = ByteBuddyAgent.install();
		instrumentation.appendToBootstrapClassLoaderSearch(new JarFile(bridge().toFile()));
		instrument(instrumentation);
	}

	private static void instrument(Instrumentation instrumentation) {
		new AgentBuilder.Default().disableClassFormatChanges()
			.with(AgentBuilder.RedefinitionStrategy.RETRANSFORMATION)
			.ignore(ElementMatchers.none())
			.type(ElementMatchers.is(ScheduledThreadPoolExecutor.class))
			.transform((builder, type, loader, module, domain) -> builder
				.visit(advice(SchedulerAdvice.Scheduled.class, ElementMatchers.nameStartsWith("schedule"))))
			.type(ElementMatchers.is(ThreadPoolExecutor.class))
			.transform((builder, type, loader, module, domain) -> builder
				.visit(advice(SchedulerAdvice.PoolMade.class, ElementMatchers.isConstructor())))
			.type(ElementMatchers.named("java.util.concurrent.ThreadPoolExecutor$Worker"))
			.transform((builder, type, loader, module, domain) -> builder
				.visit(advice(SchedulerAdvice.WorkerMade.class, ElementMatchers.isConstructor())))
			.type(ElementMatchers.named("java.util.Timer"))
			.transform((builder, type, loader, module, domain) -> builder
				.visit(advice(SchedulerAdvice.TimerMade.class, ElementMatchers.isConstructor()))
				.visit(advice(SchedulerAdvice.TimerScheduled.class, ElementMatchers.named("sched"))))
			.installOn(instrumentation);
	}

	private static AsmVisitorWrapper advice(Class<?> advice, ElementMatcher<? super MethodDescription> methods) {
		return Advice.to(advice).on(methods);
	}

	private static Path bridge() throws IOException {
		Path jar = Files.createTempFile("timerscope-bridge", ".jar");
		jar.toFile().deleteOnExit();
		try (OutputStream file = Files.newOutputStream(jar); JarOutputStream out = new JarOutputStream(file)) {
			out.putNextEntry(new JarEntry(BRIDGE));
			try (InputStream in = SchedulerAgent.class.getClassLoader().getResourceAsStream(BRIDGE)) {
				if (in == null) {
					throw new IOException(BRIDGE + " is missing beside the agent");
				}
				in.transferTo(out);
			}
		}
		return jar;
	}

}
