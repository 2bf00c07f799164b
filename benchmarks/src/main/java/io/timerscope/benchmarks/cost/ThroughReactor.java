package io.timerscope.benchmarks.cost;

import io.timerscope.scope.TaskScope;
import io.timerscope.scope.TaskScopes;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * What passes through a scheduler of Reactor: signals that change their thread at once,
 * and a timeout that is not needed in the end. The scheduler's thread sleeps on an
 * earlier one.
 */
@State(Scope.Benchmark)
public class ThroughReactor {

	/** Of one round: the thread that waits for them wakes up once. */
	private static final int SIGNALS = 2000;

	private static final int LIVE = 1000;

	@Param({ "BARE", "TIMERSCOPE" })
	public Peer peer = Peer.BARE;

	private Scheduler scheduler = Schedulers.immediate();

	private AutoCloseable end = () -> {
	};

	private @Nullable TaskScopes scopes;

	@Setup
	public void start() {
		if (this.peer == Peer.TIMERSCOPE) {
			Application application = Application.start();
			this.scopes = application.scopes();
			this.end = application;
		}
		this.scheduler = Schedulers.newSingle("signals", true);
		Signals.delay(this.scheduler, 500);
		for (int i = 0; i < LIVE; i++) {
			Signals.delay(this.scheduler, 10_000L + i);
		}
	}

	@TearDown
	public void end() throws Exception {
		this.scheduler.dispose();
		this.end.close();
	}

	/** Each is a task of its own for the scheduler's executor. */
	@Benchmark
	@OperationsPerInvocation(SIGNALS)
	public void publishOn() {
		Signals.through(this.scheduler, SIGNALS);
	}

	/** The same for somebody, who goes along to the other thread. */
	@Benchmark
	@OperationsPerInvocation(SIGNALS)
	public void publishOnInScope() {
		TaskScopes scopes = this.scopes;
		if (scopes == null) {
			publishOn();
			return;
		}
		try (TaskScope scope = scopes.open("signals")) {
			publishOn();
		}
	}

	@Benchmark
	public void delay() {
		Signals.delay(this.scheduler, 1000).dispose();
	}

}
