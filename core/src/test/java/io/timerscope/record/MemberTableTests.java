package io.timerscope.record;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import io.timerscope.OwnerKind;
import io.timerscope.ledger.Bench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The tasks that a request, session or scope has. */
class MemberTableTests {

	private static final int TASKS = 5_000;

	private final Bench bench = new Bench();

	@AfterEach
	void shutDown() {
		this.bench.close();
	}

	@Test
	void whatHasEndedIsNoMemberInWhateverOrder() {
		List<ScheduledFuture<?>> futures = new ArrayList<>();
		TaskOwner session = (TaskOwner) this.bench.during(OwnerKind.SESSION, "chat", () -> {
			for (int i = 0; i < TASKS; i++) {
				futures.add(this.bench.executor.schedule(() -> "value", 1, TimeUnit.HOURS));
			}
		});
		assertThat(session.liveMembers()).hasSize(TASKS).doesNotHaveDuplicates();
		Collections.shuffle(futures, new Random(1));
		int left = TASKS;
		for (ScheduledFuture<?> future : futures) {
			future.cancel(false);
			left--;
			if (left % 500 == 0) {
				assertThat(session.liveMembers()).hasSize(left).allMatch(TaskRecord::isLive);
			}
		}
		assertThat(session.memberCapacity()).isLessThanOrEqualTo(8);
	}

	@Test
	void anEndCostsTheSameWhateverElseTheOwnerHas() {
		TaskOwner session = (TaskOwner) this.bench.ledger.openOwner(OwnerKind.SESSION, "chat");
		this.bench.during(OwnerKind.SESSION, "other", () -> {
			for (int i = 0; i < TASKS; i++) {
				this.bench.executor.schedule(() -> "value", 1, TimeUnit.HOURS);
			}
		});
		List<TaskRecord> tasks = new ArrayList<>();
		this.bench.writer().live().forEachAfter(0, tasks::add);
		tasks.forEach(session::add);
		long looks = 0;
		for (TaskRecord task : tasks) {
			looks += session.remove(task);
		}
		assertThat(looks).isBetween((long) TASKS, 8L * TASKS);
		assertThat(session.liveMembers()).isEmpty();
	}

}
