package io.timerscope.leak;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.atomic.AtomicReference;

import com.acme.finding.Jobs;
import io.timerscope.Connection;
import io.timerscope.ledger.Bench;
import io.timerscope.ledger.TaskLedger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A task that can cancel itself is given the chance to do so. */
class SelfEndingTasksTests {

	private final Bench bench = new Bench(TaskLedger.builder().endedObjects(Connection.CLOSED));

	private final Jobs jobs = new Jobs(this.bench.executor);

	private final Connection connection = new Connection();

	@AfterEach
	void close() {
		this.bench.close();
	}

	@ParameterizedTest
	@EnumSource
	void aTaskThatHoldsItsOwnFutureIsNoLeakBeforeItHasRunOnceMore(Place place) {
		place.schedule(this.jobs, this.connection);
		run();
		this.connection.close();
		ticks();
		assertThat(this.bench.totals().leaked()).isZero();
		run();
		this.bench.ledger.tick();
		assertThat(this.bench.totals().leaked()).isOne();
	}

	@Test
	void aTaskThatEndsItselfIsNeverALeak() {
		AtomicReference<ScheduledFuture<?>> self = new AtomicReference<>();
		self.set(this.jobs.everyHour(() -> {
			if (this.connection.isClosed()) {
				self.get().cancel(false);
			}
		}));
		this.connection.close();
		ticks();
		run();
		ticks();
		assertThat(this.bench.totals().cancelled()).isOne();
		assertThat(this.bench.totals().leaked()).isZero();
		assertThat(this.bench.totals().recovered()).isZero();
	}

	@Test
	void theFutureOfAnotherTaskEndsNothing() {
		ScheduledFuture<?> other = this.jobs.everyHour(() -> {
		});
		Connection captured = this.connection;
		ScheduledFuture<?> held = this.jobs.everyHour(() -> {
			captured.ping();
			other.isDone();
		});
		captured.close();
		ticks();
		assertThat(held.isDone()).isFalse();
		assertThat(this.bench.totals().leaked()).isOne();
	}

	/** As its time comes. */
	private void run() {
		Runnable entry = this.bench.pool.getQueue().peek();
		assertThat(this.bench.pool.remove(entry)).isTrue();
		entry.run();
	}

	private void ticks() {
		for (int i = 0; i < 4; i++) {
			this.bench.ledger.tick();
		}
	}

	/** Where a task keeps its own future. */
	enum Place {

		REFERENCE {

			@Override
			void schedule(Jobs jobs, Connection connection) {
				AtomicReference<ScheduledFuture<?>> self = new AtomicReference<>();
				self.set(jobs.everyHour(() -> use(connection, self.get())));
			}

		},

		ARRAY {

			@Override
			void schedule(Jobs jobs, Connection connection) {
				ScheduledFuture<?>[] self = new ScheduledFuture<?>[1];
				self[0] = jobs.everyHour(() -> use(connection, self[0]));
			}

		},

		PROMISE {

			@Override
			void schedule(Jobs jobs, Connection connection) {
				CompletableFuture<ScheduledFuture<?>> self = new CompletableFuture<>();
				self.complete(jobs.everyHour(() -> use(connection, self.getNow(null))));
			}

		},

		FIELD {

			@Override
			void schedule(Jobs jobs, Connection connection) {
				Heartbeat heartbeat = new Heartbeat(connection);
				heartbeat.self = jobs.everyHour(heartbeat);
			}

		},

		FIELD_OF_CAPTURED {

			@Override
			void schedule(Jobs jobs, Connection connection) {
				Heartbeat heartbeat = new Heartbeat(connection);
				heartbeat.self = jobs.everyHour(heartbeat::beat);
			}

		};

		abstract void schedule(Jobs jobs, Connection connection);

		static void use(Connection connection, @Nullable ScheduledFuture<?> self) {
			connection.ping();
			assertThat((Object) self).isNotNull();
		}

	}

	private static final class Heartbeat implements Runnable {

		private final Connection connection;

		private volatile @Nullable ScheduledFuture<?> self;

		Heartbeat(Connection connection) {
			this.connection = connection;
		}

		@Override
		public void run() {
			beat();
		}

		void beat() {
			Place.use(this.connection, this.self);
		}

	}

}
