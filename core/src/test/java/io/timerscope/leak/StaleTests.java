package io.timerscope.leak;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import com.acme.finding.Jobs;
import io.timerscope.Connection;
import io.timerscope.LeakReason;
import io.timerscope.Owner;
import io.timerscope.OwnerKind;
import io.timerscope.Schedule;
import io.timerscope.TaskQuery;
import io.timerscope.TaskSnapshot;
import io.timerscope.Witness;
import io.timerscope.ledger.Bench;
import io.timerscope.ledger.TaskLedger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StaleTests {

	private final Bench bench = new Bench(TaskLedger.builder().endedObjects(Connection.CLOSED));

	private final Jobs jobs = new Jobs(this.bench.executor);

	private final Connection connection = new Connection();

	private final List<ScheduledFuture<?>> held = new ArrayList<>();

	@AfterEach
	void close() {
		this.bench.close();
	}

	@Test
	void aTaskThatCapturesWhatHasEndedIsALeakAfterTwoTicks() {
		every(this.connection::ping);
		twoTicks();
		assertThat(leaks()).isEmpty();
		this.connection.close();
		this.bench.ledger.tick();
		assertThat(leaks()).as("what ends is given time to clean up").isEmpty();
		this.bench.ledger.tick();
		assertThat(leaks()).extracting(TaskSnapshot.LeakSnapshot::reason, TaskSnapshot.LeakSnapshot::witness)
			.containsExactly(org.assertj.core.groups.Tuple.tuple(LeakReason.ABANDONED, Witness.STALE));
	}

	@Test
	void theTaskOfASessionIsHeldAgainstTheSession() {
		Owner session = this.bench.during(OwnerKind.SESSION, "/ws", () -> every(this.connection::ping));
		this.connection.close();
		twoTicks();
		assertThat(leaks()).as("the session has not ended").isEmpty();
		this.bench.endAndOutlive(session);
		twoTicks();
		assertThat(leaks()).extracting(TaskSnapshot.LeakSnapshot::reason).containsExactly(LeakReason.OUTLIVED_SESSION);
	}

	@Test
	void aTaskOneLevelAwayFromWhatHasEndedIsALeakToo() {
		every(new Connection.Client(this.connection)::beat);
		this.connection.close();
		twoTicks();
		assertThat(leaks()).hasSize(1);
	}

	@Test
	void aDecoratedTaskIsReadThroughItsDecorator() {
		every(new Decorated(new Connection.Client(this.connection)::beat));
		this.connection.close();
		twoTicks();
		assertThat(leaks()).hasSize(1);
	}

	@Test
	void whatASharedObjectHoldsSaysNothingAboutATask() {
		every(new Connection.SharedService(this.connection)::work);
		this.connection.close();
		twoTicks();
		assertThat(leaks()).isEmpty();
	}

	@Test
	void whatCanBeReplacedSaysNothing() {
		every(new Connection.Reconnecting(this.connection)::check);
		this.connection.close();
		twoTicks();
		assertThat(leaks()).isEmpty();
	}

	@Test
	void aOneTimeTaskThatIsDueLaterIsALeakAndOneThatIsDueSoonIsNot() {
		this.held.add(this.jobs.inAnHour(this.connection::ping));
		this.held.add(this.jobs.soon(() -> this.connection.ping()));
		this.connection.close();
		twoTicks();
		assertThat(this.bench.tasks(TaskQuery.States.LEAKED).tasks()).extracting(TaskSnapshot::schedule)
			.containsExactly(Schedule.once(Duration.ofHours(1).toNanos()));
	}

	@Test
	void everyTaskOfALineIsFoundAtOnce() {
		List<Connection> connections = new ArrayList<>();
		for (int i = 0; i < 3_000; i++) {
			Connection each = new Connection();
			connections.add(each);
			every(each::ping);
		}
		connections.subList(0, 2_500).forEach(Connection::close);
		twoTicks();
		twoTicks();
		assertThat(this.bench.totals().leaked()).isEqualTo(2_500);
	}

	@Test
	void whatALibraryScheduledByItselfIsItsOwnBusiness() {
		this.held.add(this.bench.executor.scheduleAtFixedRate(this.connection::ping, 1, 1, TimeUnit.HOURS));
		this.connection.close();
		twoTicks();
		assertThat(this.bench.tasks(TaskQuery.States.LIVE).tasks()).allMatch((task) -> task.site().isLibrary());
		assertThat(leaks()).isEmpty();
	}

	@Test
	void aLineWithManyTasksIsReadToItsEndInTheCourseOfTicks() {
		for (int i = 0; i < 2_500; i++) {
			every(new Connection()::ping);
		}
		every(this.connection::ping);
		this.connection.close();
		for (int i = 0; i < 4; i++) {
			this.bench.ledger.tick();
		}
		assertThat(this.bench.totals().leaked()).isOne();
	}

	@Test
	void aTaskWhoseClassCannotBeReadHarmsNobody() {
		every(new Unreadable());
		every(this.connection::ping);
		this.connection.close();
		twoTicks();
		assertThat(leaks()).hasSize(1);
		assertThat(this.bench.ledger.trackingErrors()).isZero();
	}

	@Test
	void aLeakNamesTheStrongestWitness() {
		Owner bean = this.bench.during(OwnerKind.BEAN, "feed", () -> every(this.connection::ping));
		this.bench.endAndOutlive(bean);
		assertThat(leaks()).extracting(TaskSnapshot.LeakSnapshot::witness).containsExactly(Witness.OWNER_GONE);
		this.connection.close();
		twoTicks();
		assertThat(leaks()).extracting(TaskSnapshot.LeakSnapshot::witness).containsExactly(Witness.STALE);
		assertThat(this.bench.totals().leaked()).isEqualTo(1);
	}

	private void every(Runnable task) {
		this.held.add(this.jobs.everyHour(task));
	}

	private void twoTicks() {
		this.bench.ledger.tick();
		this.bench.ledger.tick();
	}

	private List<TaskSnapshot.LeakSnapshot> leaks() {
		return this.bench.tasks(TaskQuery.States.LEAKED).tasks().stream().map(TaskSnapshot::leak).toList();
	}

	private record Decorated(Runnable task) implements Runnable {

		@Override
		public void run() {
			this.task.run();
		}

	}

	private static final class Unreadable implements Runnable {

		private final Thread thread = Thread.currentThread();

		@Override
		public void run() {
			this.thread.interrupt();
		}

	}

}
