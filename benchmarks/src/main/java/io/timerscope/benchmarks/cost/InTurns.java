package io.timerscope.benchmarks.cost;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.timerscope.scope.TaskScope;
import io.timerscope.scope.TaskScopes;
import org.openjdk.jmh.infra.Blackhole;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * The bare thing and the tracked one in turns of a few hundredths of a second in one JVM.
 * What disturbs the machine for longer disturbs both, so that the ratio is far steadier
 * than one of two JVMs that ran one after the other. The price is that both share what
 * the compiler knows of the code that calls them.
 */
final class InTurns implements AutoCloseable {

	private static final int LIVE = 100_000;

	private static final int OPERATIONS = 200_000;

	private static final int TURNS = 60;

	private static final int WARM_UP = 15;

	private static final int ARITHMETIC = 15;

	private final ScheduledExecutorService bare = Application.pool();

	private final ThreadPoolTaskScheduler spring = Application.springScheduler();

	/** Made before anybody decorates what Reactor makes. */
	private final Scheduler signals = Schedulers.newSingle("bare", true);

	private final Application application = Application.start();

	private final Scheduler decoratedSignals = Schedulers.newSingle("decorated", true);

	private final ExecutorService two = Executors.newFixedThreadPool(2);

	InTurns() {
		this.spring.initialize();
	}

	/**
	 * Measures each kind of work in a JVM of its own and prints a table, or one kind in
	 * this one.
	 * @param arguments nothing, or the kind of work
	 * @throws Exception if anything fails
	 */
	public static void main(String[] arguments) throws Exception {
		if (arguments.length == 0) {
			System.out.print(table());
			return;
		}
		try (InTurns turns = new InTurns()) {
			System.out.print(turns.line(WorkInTurns.valueOf(arguments[0]), TURNS, OPERATIONS, LIVE));
		}
		System.exit(0);
	}

	private static String table() throws IOException, InterruptedException {
		StringBuilder table = new StringBuilder(
				"JDK " + Runtime.version() + ", in turns (lowest to highest of " + TURNS + " turns):\n\n" + Line.HEAD);
		for (WorkInTurns work : WorkInTurns.values()) {
			List<String> lines = OwnJvm.run(Scale.FULL, OwnJvm.HEAP, InTurns.class, work.name());
			table.append(lines.get(lines.size() - 1)).append('\n');
		}
		return table.toString();
	}

	Line line(WorkInTurns work, int turns, int operations, int live) throws Exception {
		Turn bare = bare(work, live);
		Turn other = other(work, live);
		for (int i = 0; i < Math.min(turns, WARM_UP); i++) {
			bare.take(operations);
			other.take(operations);
		}
		double[] bareNanos = new double[turns];
		double[] otherNanos = new double[turns];
		for (int i = 0; i < turns; i++) {
			bareNanos[i] = nanos(bare, operations);
			otherNanos[i] = nanos(other, operations);
		}
		Values bareValues = new Values(bareNanos);
		Values values = new Values(otherNanos);
		return new Line(work.text, work.limits, values.with(bareValues, (a, b) -> a / b), "%.2f",
				String.format(Locale.ROOT, "%s → %s ns", bareValues, values));
	}

	private static double nanos(Turn turn, int operations) throws Exception {
		long start = System.nanoTime();
		turn.take(operations);
		return (System.nanoTime() - start) / (double) operations;
	}

	private Turn bare(WorkInTurns work, int live) {
		return switch (work) {
			case NEAR, ARITHMETIC -> near(filled(this.bare, live), 0);
			case TWO_THREADS, ARITHMETIC_ON_TWO_THREADS -> onTwo(near(filled(this.bare, live), 0));
			case RUN -> run(this.bare);
			case SPRING -> spring(this.spring, live);
			case SIGNALS, SIGNALS_IN_SCOPE -> Signals.turn(this.signals);
			case DELAYS -> Signals.delays(this.signals, live);
		};
	}

	private Turn other(WorkInTurns work, int live) {
		return switch (work) {
			case NEAR -> near(filled(this.application.executor(), live), 0);
			case TWO_THREADS -> onTwo(near(filled(this.application.executor(), live), 0));
			case ARITHMETIC -> near(this.bare, ARITHMETIC);
			case ARITHMETIC_ON_TWO_THREADS -> onTwo(near(this.bare, ARITHMETIC));
			case RUN -> run(this.application.executor());
			case SPRING -> spring(this.application.scheduler(), live);
			case SIGNALS -> Signals.turn(this.decoratedSignals);
			case SIGNALS_IN_SCOPE -> inScope(Signals.turn(this.decoratedSignals));
			case DELAYS -> Signals.delays(this.decoratedSignals, live);
		};
	}

	private static ScheduledExecutorService filled(ScheduledExecutorService executor, int live) {
		executor.schedule(() -> {
		}, 500, TimeUnit.SECONDS);
		for (int i = 0; i < live; i++) {
			executor.schedule(() -> {
			}, 10_000L + i, TimeUnit.SECONDS);
		}
		return executor;
	}

	private static Turn near(ScheduledExecutorService executor, int arithmetic) {
		return (operations) -> {
			for (int i = 0; i < operations; i++) {
				Blackhole.consumeCPU(arithmetic);
				Future<?> task = executor.schedule(() -> {
				}, 1000, TimeUnit.SECONDS);
				Blackhole.consumeCPU(arithmetic);
				task.cancel(false);
			}
		};
	}

	private Turn onTwo(Turn turn) {
		return (operations) -> {
			List<Callable<Void>> both = new ArrayList<>();
			for (int i = 0; i < 2; i++) {
				both.add(() -> {
					turn.take(operations);
					return null;
				});
			}
			for (Future<Void> each : this.two.invokeAll(both)) {
				each.get();
			}
		};
	}

	private Turn inScope(Turn turn) {
		TaskScopes scopes = this.application.scopes();
		return (operations) -> {
			try (TaskScope scope = scopes.open("signals")) {
				turn.take(operations);
			}
		};
	}

	private static Turn run(ScheduledExecutorService executor) {
		return (operations) -> {
			for (int i = 0; i < operations; i += 2_000) {
				CountDownLatch done = new CountDownLatch(2_000);
				for (int j = 0; j < 2_000; j++) {
					executor.schedule(done::countDown, 0, TimeUnit.NANOSECONDS);
				}
				done.await();
			}
		};
	}

	private static Turn spring(TaskScheduler scheduler, int live) {
		Instant start = Instant.now().plusSeconds(1000);
		schedule(scheduler, start.minusSeconds(500));
		for (int i = 0; i < live; i++) {
			schedule(scheduler, start.plusSeconds(10_000L + i));
		}
		return (operations) -> {
			for (int i = 0; i < operations; i++) {
				schedule(scheduler, start).cancel(false);
			}
		};
	}

	private static Future<?> schedule(TaskScheduler scheduler, Instant start) {
		return Objects.requireNonNull(scheduler.schedule(() -> {
		}, start));
	}

	@Override
	public void close() {
		this.two.shutdownNow();
		this.signals.dispose();
		this.decoratedSignals.dispose();
		this.bare.shutdownNow();
		this.spring.shutdown();
		this.application.close();
	}

}
