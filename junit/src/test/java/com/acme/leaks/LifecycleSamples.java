package com.acme.leaks;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.timerscope.junit.NoTimerLeaks;
import io.timerscope.junit.TimerLeakExtension;
import io.timerscope.junit.TimerLeaks;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Executors of a class, of an instance, of an invocation. */
public final class LifecycleSamples {

	private LifecycleSamples() {
	}

	private static void every30Seconds(ScheduledExecutorService executor) {
		executor.scheduleAtFixedRate(() -> {
		}, 30, 30, TimeUnit.SECONDS);
	}

	/** A pool of the class starts its thread in a test and is shut down after all. */
	@NoTimerLeaks
	public static class SharedPool {

		private static ScheduledExecutorService executor;

		@BeforeAll
		static void open() {
			executor = Leftovers.executor();
		}

		@Test
		void usesIt() throws Exception {
			executor.submit(() -> {
			}).get();
		}

		@Test
		void usesItAgain() throws Exception {
			executor.submit(() -> {
			}).get();
		}

		@AfterAll
		static void close() {
			executor.shutdownNow();
		}

	}

	/** A pool that the class initializer makes, with a task of its own. */
	@NoTimerLeaks
	public static class StaticPool {

		private static final ScheduledExecutorService EXECUTOR = Leftovers.executor();

		static {
			every30Seconds(EXECUTOR);
		}

		@Test
		void usesIt() throws Exception {
			EXECUTOR.submit(() -> {
			}).get();
		}

		@Test
		void usesItAgain() throws Exception {
			EXECUTOR.submit(() -> {
			}).get();
		}

		@AfterAll
		static void close() {
			EXECUTOR.shutdownNow();
		}

	}

	/** The same, and nobody shuts it down. */
	@NoTimerLeaks
	public static class ForgottenStaticPool {

		private static final ScheduledExecutorService EXECUTOR = Leftovers.executor();

		@Test
		void usesIt() throws Exception {
			EXECUTOR.submit(() -> {
			}).get();
		}

	}

	/** A test leaves a task on the pool of the class. */
	@NoTimerLeaks
	public static class LeavesTaskOnStaticPool {

		private static final ScheduledExecutorService EXECUTOR = Leftovers.executor();

		@Test
		void leaves() {
			every30Seconds(EXECUTOR);
		}

		@AfterAll
		static void close() {
			EXECUTOR.shutdownNow();
		}

	}

	/** Nobody shuts down what the class opened. */
	@NoTimerLeaks
	public static class ForgottenInBeforeAll {

		@BeforeAll
		static void open() {
			every30Seconds(TimerLeaks.track(Leftovers.executor()));
		}

		@Test
		void isClean() {
		}

	}

	/** One instance for all tests, with a pool in a field. */
	@NoTimerLeaks
	@TestInstance(TestInstance.Lifecycle.PER_CLASS)
	public static class PerClass {

		private final ScheduledExecutorService executor = TimerLeaks.track(Leftovers.executor());

		@Test
		void usesIt() throws Exception {
			this.executor.submit(() -> {
			}).get();
		}

		@Test
		void leavesTask() {
			every30Seconds(this.executor);
		}

		@AfterAll
		void close() {
			this.executor.shutdownNow();
		}

	}

	/** An instance for each test, with a pool in a field. */
	@NoTimerLeaks
	public static class InAField {

		private final ScheduledExecutorService executor = TimerLeaks.track(Leftovers.executor());

		@BeforeEach
		void schedule() {
			every30Seconds(this.executor);
		}

		@Test
		void isClean() {
		}

		@AfterEach
		void close() {
			this.executor.shutdownNow();
		}

	}

	/** The same, and nobody shuts it down. */
	@NoTimerLeaks
	public static class ForgottenInAField {

		private final ScheduledExecutorService executor = TimerLeaks.track(Leftovers.executor());

		@Test
		void leaves() {
			this.executor.isShutdown();
		}

	}

	/** The annotation outside holds inside. */
	@NoTimerLeaks
	public static class Outside {

		@Test
		void isClean() {
		}

		@Nested
		class Inside {

			@Test
			void leaves() {
				every30Seconds(TimerLeaks.track(Leftovers.executor()));
			}

			@Test
			void isCleanToo() {
			}

		}

	}

	/** One argument of two leaks. */
	@NoTimerLeaks
	public static class WithArguments {

		@ParameterizedTest
		@ValueSource(strings = { "clean", "leaving" })
		void is(String word) {
			if (word.equals("leaving")) {
				every30Seconds(TimerLeaks.track(Leftovers.executor()));
			}
		}

	}

	/** The second repetition of three leaks. */
	@NoTimerLeaks
	public static class Repeated {

		@RepeatedTest(3)
		void leavesOnce(RepetitionInfo repetition) {
			if (repetition.getCurrentRepetition() == 2) {
				every30Seconds(TimerLeaks.track(Leftovers.executor()));
			}
		}

	}

	/** Options in code. */
	public static class Registered {

		@RegisterExtension
		static final TimerLeakExtension LEAKS = TimerLeaks.extension(
				TimerLeaks.ignoreAnyFrame("com.acme.leaks.LifecycleSamples").because("it is a sample"),
				TimerLeaks.ignoreThread("pool-*"));

		@Test
		void leavesTask() {
			every30Seconds(TimerLeaks.track(Leftovers.executor()));
		}

		@Test
		void leavesTimer() {
			Leftovers.timer();
		}

	}

	/** One test says that its thread is meant; the class could still end something. */
	@NoTimerLeaks
	public static class IgnoresInAClassWithAnEnd {

		@Test
		@NoTimerLeaks(ignoreThread = "Timer-*", because = "it is a sample")
		void leavesTimer() {
			Leftovers.timer();
		}

		@AfterAll
		static void close() {
		}

	}

	/** What the superclass ignores is ignored here, too. */
	@NoTimerLeaks(ignoreSite = "com.acme.leaks.LifecycleSamples", because = "the base class says so")
	public abstract static class Base {

	}

	/** Ignores the thread, the base ignores the task. */
	@NoTimerLeaks(ignoreThread = "pool-*", because = "this class says so")
	@TestMethodOrder(MethodOrderer.MethodName.class)
	public static class FiltersAddUp extends Base {

		@Test
		void leaves() {
			every30Seconds(TimerLeaks.track(Leftovers.executor()));
		}

	}

	/** Not annotated: checked where the suite says so. */
	public static class Plain {

		@Test
		void leaves() {
			Leftovers.timer();
		}

	}

	/** Cancels by force what it left. */
	@NoTimerLeaks(cleanup = true)
	public static class CleansUp {

		static final ScheduledExecutorService EXECUTOR = Leftovers.executor();

		@Test
		void leaves() {
			every30Seconds(TimerLeaks.track(EXECUTOR));
		}

		/**
		 * Whether the executor was ended.
		 * @return {@code true} after the check
		 */
		public static boolean isShutdown() {
			return EXECUTOR.isShutdown();
		}

	}

}
