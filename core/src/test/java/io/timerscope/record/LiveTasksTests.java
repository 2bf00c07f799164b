package io.timerscope.record;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import io.timerscope.ledger.Bench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class LiveTasksTests {

	private static final int TASKS = 5 * LiveTasks.CHUNK + 3;

	private final Bench bench = new Bench();

	private final LiveTasks live = this.bench.writer().live();

	private final List<ScheduledFuture<?>> handles = new ArrayList<>();

	LiveTasksTests() {
		for (int i = 0; i < TASKS; i++) {
			this.handles.add(this.bench.executor.schedule(() -> {
			}, 1, TimeUnit.HOURS));
		}
	}

	@AfterEach
	void close() {
		this.bench.close();
	}

	@Test
	void aWalkMeetsEveryTaskInTheOrderOfItsId() {
		assertThat(after(0)).hasSize(TASKS).isSorted().doesNotHaveDuplicates().startsWith(1L).endsWith((long) TASKS);
		assertThat(this.live.nextId()).isEqualTo(TASKS + 1);
	}

	@Test
	void aWalkBeginsBehindAnyId() {
		for (long id = 0; id <= TASKS + 1; id++) {
			List<Long> expected = new ArrayList<>();
			for (long next = id + 1; next <= TASKS; next++) {
				expected.add(next);
			}
			assertThat(after(id)).isEqualTo(expected);
		}
		assertThat(after(Long.MAX_VALUE)).isEmpty();
	}

	@Test
	void aWalkStopsWhereItIsToldTo() {
		List<Long> met = new ArrayList<>();
		this.live.forEachAfter(10, (task) -> {
			met.add(task.id());
			return met.size() < 3;
		});
		assertThat(met).containsExactly(11L, 12L, 13L);
	}

	@Test
	void everyTaskIsFoundByItsIdAndNothingElse() {
		for (long id = 1; id <= TASKS; id++) {
			TaskRecord task = this.live.find(id);
			assertThat(task).isNotNull();
			assertThat(task.id()).isEqualTo(id);
		}
		assertThat(this.live.find(0)).isNull();
		assertThat(this.live.find(-1)).isNull();
		assertThat(this.live.find(TASKS + 1)).isNull();
		assertThat(this.live.find(Long.MAX_VALUE)).isNull();
	}

	@Test
	void whatHasEndedIsMetNoMoreInWhateverOrder() {
		Random random = new Random(1);
		List<Long> expected = new ArrayList<>();
		for (long id = 1; id <= TASKS; id++) {
			if (random.nextInt(10) != 0 || (id > LiveTasks.CHUNK && id <= 3 * LiveTasks.CHUNK)) {
				this.handles.get((int) id - 1).cancel(false);
			}
			else {
				expected.add(id);
			}
		}
		assertThat(after(0)).isEqualTo(expected);
		assertThat(after(LiveTasks.CHUNK + 5))
			.isEqualTo(expected.stream().filter((id) -> id > LiveTasks.CHUNK + 5).toList());
		assertThat(this.live.find(LiveTasks.CHUNK + 5)).isNull();
		assertThat(this.live.chunks()).isEqualTo(4);
	}

	@Test
	void aChunkThatIsKeptKeepsNoLaterOne() {
		LiveTasks.Chunk dead = this.live.find(1).chunk();
		WeakReference<LiveTasks.Chunk> later = new WeakReference<>(this.live.find(LiveTasks.CHUNK + 1).chunk());
		this.handles.forEach((handle) -> handle.cancel(false));
		this.handles.clear();
		this.bench.pool.purge();
		this.bench.ledger.tick();
		await().until(() -> {
			System.gc();
			return later.refersTo(null);
		});
		assertThat(dead).isNotNull();
	}

	@Test
	void aWalkGoesOnBehindAChunkThatLeavesTheListMeanwhile() {
		List<Long> met = new ArrayList<>();
		this.live.forEachAfter(0, (task) -> {
			met.add(task.id());
			if (task.id() == 1) {
				this.handles.subList(0, 2 * LiveTasks.CHUNK).forEach((handle) -> handle.cancel(false));
			}
			return true;
		});
		assertThat(met).isSorted().doesNotHaveDuplicates().hasSize(TASKS - LiveTasks.CHUNK);
	}

	private List<Long> after(long id) {
		List<Long> met = new ArrayList<>();
		this.live.forEachAfter(id, (task) -> met.add(task.id()));
		return met;
	}

}
