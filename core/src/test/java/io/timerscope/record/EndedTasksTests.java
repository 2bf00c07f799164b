package io.timerscope.record;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.timerscope.TaskQuery;
import io.timerscope.TaskSnapshot;
import io.timerscope.TaskState;
import io.timerscope.ledger.Bench;
import io.timerscope.ledger.TaskLedger;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EndedTasksTests {

	@Test
	void theLastOnesStayInTheOrderOfTheirIds() {
		try (Bench bench = new Bench(TaskLedger.builder().historySize(3))) {
			cancelled(bench, 5);
			assertThat(bench.writer().ended().list()).extracting(TaskRecord::id).containsExactly(3L, 4L, 5L);
		}
	}

	@Test
	void ofAHistoryOfNoneNothingStays() {
		try (Bench bench = new Bench(TaskLedger.builder().historySize(0))) {
			cancelled(bench, 5);
			assertThat(bench.writer().ended().list()).isEmpty();
			assertThat(bench.writer().ended().find(1)).isNull();
		}
	}

	@Test
	void whatStaysOfAOneTimeTaskIsNeitherItsRecordNorItsTask() {
		try (Bench bench = new Bench()) {
			cancelled(bench, 1);
			TaskRecord ended = bench.writer().ended().find(1);
			assertThat(ended).isInstanceOf(EndedOneShot.class);
			assertThat(ended.userTask()).isNull();
			assertThat(ended.future()).isNull();
			assertThat(ended.state()).isEqualTo(TaskState.CANCELLED);
		}
	}

	@Test
	void anEndIsNotBeforeTheBeginning() {
		try (Bench bench = new Bench()) {
			cancelled(bench, 3);
			assertThat(bench.tasks(TaskQuery.States.ENDED).tasks()).hasSize(3)
				.allSatisfy((task) -> assertThat(task.endedAt()).isNotNull().isAfterOrEqualTo(task.createdAt()))
				.extracting(TaskSnapshot::state)
				.containsOnly(TaskState.CANCELLED);
		}
	}

	private static void cancelled(Bench bench, int tasks) {
		for (int i = 0; i < tasks; i++) {
			bench.executor.schedule(() -> "value", 1, TimeUnit.HOURS).cancel(false);
			bench.time.pass(Duration.ofSeconds(1));
		}
	}

}
