package io.timerscope.survey;

import java.util.ArrayList;
import java.util.List;

import com.acme.finding.Jobs;
import io.timerscope.Connection;
import io.timerscope.TaskSnapshot;
import io.timerscope.ledger.Bench;
import io.timerscope.ledger.TaskLedger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The types that a task captures, and never a value. */
class HeldTypesTests {

	private final Bench bench = new Bench(TaskLedger.builder().endedObjects(Connection.CLOSED));

	private final Jobs jobs = new Jobs(this.bench.executor);

	private final Connection connection = new Connection();

	@AfterEach
	void close() {
		this.bench.close();
	}

	@Test
	void whatATaskCapturesIsNamedTwoLevelsDeepEachTypeOnce() {
		List<String> secrets = new ArrayList<>(List.of("secret"));
		Connection.Client client = new Connection.Client(this.connection);
		Connection.Client other = new Connection.Client(new Connection());
		this.jobs.everyHour(() -> {
			assertThat(secrets).isNotEmpty();
			client.beat();
			other.beat();
		});
		assertThat(holds()).containsExactly("io.timerscope.Connection$Client", "io.timerscope.Connection",
				"java.util.ArrayList");
	}

	@Test
	void whatHasEndedIsPointedOut() {
		this.jobs.everyHour(this.connection::ping);
		this.connection.close();
		assertThat(holds()).containsExactly("io.timerscope.Connection (a closed Connection)");
	}

	@Test
	void aTaskThatHasEndedHoldsNothing() {
		this.jobs.everyHour(this.connection::ping).cancel(false);
		assertThat(holds()).isEmpty();
	}

	private List<String> holds() {
		TaskSnapshot.Detail task = this.bench.ledger.read().find(1);
		assertThat(task).isNotNull();
		return task.holds();
	}

}
