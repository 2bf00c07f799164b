package io.timerscope.record;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import io.timerscope.LeakReason;
import io.timerscope.TaskState;
import io.timerscope.ledger.Bench;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class LifecycleTests {

	private final Bench bench = new Bench();

	private final List<ScheduledFuture<?>> kept = new ArrayList<>();

	@AfterEach
	void close() {
		this.bench.close();
	}

	@Test
	void aTaskThatWasTakenIsLiveAndWaits() {
		Lifecycle task = scheduled();
		assertThat(task.isAccepted()).isTrue();
		assertThat(task.isLive()).isTrue();
		assertThat(task.state()).isEqualTo(TaskState.WAITING);
		assertThat(task.tryAccept()).as("the run is not the first to know").isFalse();
	}

	@ParameterizedTest
	@EnumSource(value = TaskState.class, names = { "WAITING", "RUNNING" }, mode = EnumSource.Mode.EXCLUDE)
	void theFirstEndStays(TaskState end) {
		Lifecycle task = scheduled();
		assertThat(task.end(end)).isNotNull();
		assertThat(task.state()).isEqualTo(end);
		assertThat(task.isLive()).isFalse();
		assertThat(task.end(TaskState.COMPLETED)).isNull();
		assertThat(task.state()).isEqualTo(end);
	}

	@Test
	void aStateThatIsNoEndEndsNothing() {
		Lifecycle task = scheduled();
		assertThatIllegalArgumentException().isThrownBy(() -> task.end(TaskState.RUNNING));
		assertThat(task.isLive()).isTrue();
	}

	@Test
	void ofManyThreadsThatEndATaskOneWins() throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(4);
		try {
			for (int round = 0; round < 500; round++) {
				Lifecycle task = scheduled();
				List<Callable<Lifecycle.@Nullable Before>> ends = List.of(() -> task.end(TaskState.COMPLETED),
						() -> task.end(TaskState.CANCELLED), () -> task.end(TaskState.LOST),
						() -> task.end(TaskState.FAILED));
				int winners = 0;
				for (Future<Lifecycle.@Nullable Before> end : threads.invokeAll(ends)) {
					winners += (end.get() != null) ? 1 : 0;
				}
				assertThat(winners).isOne();
			}
		}
		finally {
			threads.shutdownNow();
		}
	}

	@Test
	void runsThatOverlapAreCountedEach() {
		Lifecycle task = scheduled();
		assertThat(task.timedRunStarts().running()).isFalse();
		assertThat(task.timedRunStarts().running()).isTrue();
		assertThat(task.state()).isEqualTo(TaskState.RUNNING);
		assertThat(task.timedRunEnds()).as("another is under way").isFalse();
		assertThat(task.isRunning()).isTrue();
		assertThat(task.timedRunEnds()).as("the last one of a live task").isTrue();
		assertThat(task.state()).isEqualTo(TaskState.WAITING);
	}

	@Test
	void aRunThatEndsAfterItsTaskIsTheLastOfNoLiveTask() {
		Lifecycle task = scheduled();
		task.timedRunStarts();
		Lifecycle.Before before = task.end(TaskState.CANCELLED);
		assertThat(before).isNotNull();
		assertThat(before.running()).isTrue();
		assertThat(task.timedRunEnds()).isFalse();
		assertThat(task.isRunning()).isFalse();
	}

	@Test
	void whatWasTakenIsNotRefused() {
		Lifecycle task = scheduled();
		assertThat(task.tryReject()).isFalse();
		assertThat(task.isLive()).isTrue();
	}

	@ParameterizedTest
	@EnumSource(LeakReason.class)
	void aLeakIsFoundOnceAndTakenBackOnce(LeakReason reason) {
		Lifecycle task = scheduled();
		assertThat(task.tryMarkLeaked(reason)).isTrue();
		assertThat(task.tryMarkLeaked(LeakReason.ABANDONED)).isFalse();
		assertThat(task.leak()).isEqualTo(reason);
		assertThat(task.tryClearLeak()).isTrue();
		assertThat(task.tryClearLeak()).isFalse();
		assertThat(task.leak()).isNull();
	}

	@Test
	void anEndRemembersWhatTheTaskWas() {
		Lifecycle task = scheduled();
		task.tryMarkOutlived();
		task.tryMarkLeaked(LeakReason.OUTLIVED_BEAN);
		assertThat(task.end(TaskState.LOST))
			.isEqualTo(new Lifecycle.Before(false, true, false, true, LeakReason.OUTLIVED_BEAN));
	}

	@Test
	void aTaskOutlivesItsOwnerOnce() {
		Lifecycle task = scheduled();
		assertThat(task.isOutlived()).isFalse();
		assertThat(task.tryMarkOutlived()).isTrue();
		assertThat(task.tryMarkOutlived()).isFalse();
		assertThat(task.isOutlived()).isTrue();
	}

	@Test
	void whatHasEndedNeitherLeaksNorOutlives() {
		Lifecycle task = scheduled();
		task.end(TaskState.COMPLETED);
		assertThat(task.tryMarkLeaked(LeakReason.ABANDONED)).isFalse();
		assertThat(task.tryMarkOutlived()).isFalse();
	}

	@Test
	void aCancelThatFailsLeavesTheTaskUndisturbed() {
		Lifecycle task = scheduled();
		task.cancelStarts();
		assertThat(task.isUndisturbed()).isFalse();
		assertThat(task.isCancelling()).isTrue();
		task.cancelFails();
		assertThat(task.isUndisturbed()).isTrue();
		assertThat(task.isCancelling()).isFalse();
	}

	@Test
	void theMarksOutliveEveryChange() {
		Lifecycle task = scheduled();
		task.timedRunStarts();
		task.cancelStarts();
		task.tryMarkLeaked(LeakReason.ABANDONED);
		task.end(TaskState.CANCELLED);
		task.timedRunEnds();
		assertThat(task.isMarked(Lifecycle.PERIODIC)).isTrue();
		assertThat(task.isMarked(Lifecycle.RETURNS_VALUE)).isFalse();
		assertThat(task.wasCancelled()).isTrue();
	}

	private Lifecycle scheduled() {
		List<TaskRecord> found = new ArrayList<>();
		long before = this.bench.writer().live().nextId() - 1;
		this.kept.add(this.bench.executor.scheduleAtFixedRate(() -> {
		}, 1, 1, TimeUnit.HOURS));
		this.bench.writer().live().forEachAfter(before, found::add);
		return found.get(0);
	}

}
