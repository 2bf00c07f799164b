package io.timerscope.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import io.timerscope.OwnerKind;
import io.timerscope.TaskQuery;
import io.timerscope.snapshot.LedgerSnapshot;
import io.timerscope.snapshot.TaskPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PagingTests {

	private final Bench bench = new Bench();

	@AfterEach
	void close() {
		this.bench.close();
	}

	@Test
	void pagesAreOldestFirstAndNeitherRepeatNorSkipWhatLivedThroughout() {
		List<ScheduledFuture<?>> futures = schedule(1000);
		List<Long> seen = new ArrayList<>();
		Long next = 0L;
		int pages = 0;
		while (next != null) {
			TaskPage page = page(null, next);
			page.tasks().forEach((task) -> seen.add(task.id()));
			next = page.next();
			schedule(3);
			futures.get(++pages).cancel(false);
			futures.get(999 - pages).cancel(false);
		}
		assertThat(seen).isSorted().doesNotHaveDuplicates();
		for (int survivor = pages + 1; survivor < 999 - pages; survivor++) {
			assertThat(seen).contains((long) survivor + 1);
		}
	}

	@Test
	void theLastPageHasNoNext() {
		schedule(100);
		assertThat(page(null, 0).next()).isNull();
		schedule(1);
		TaskPage first = page(null, 0);
		assertThat(first.next()).isEqualTo(100);
		assertThat(first.matched()).isEqualTo(101);
		assertThat(page(null, 100)).satisfies((page) -> {
			assertThat(page.tasks()).hasSize(1);
			assertThat(page.next()).isNull();
			assertThat(page.matched()).isEqualTo(101);
		});
	}

	@Test
	void filtersNarrowTasksAndMatchedOnly() {
		schedule(5);
		LedgerSnapshot nothing = this.bench.ledger.read()
			.snapshot(new TaskQuery(TaskQuery.States.LIVE, "elsewhere", null, null, null, 100, 0));
		assertThat(nothing.page().tasks()).isEmpty();
		assertThat(nothing.page().matched()).isZero();
		assertThat(nothing.totals().live()).isEqualTo(5);
		assertThat(nothing.sites()).hasSize(1);
		assertThat(page("io.timerscope.Paging", 0).matched()).isEqualTo(0);
		assertThat(nothing.sites().get(0).site().toString()).isNotEmpty();
	}

	@Test
	void filtersOfOwnerAndStateNarrowToo() {
		this.bench.during(OwnerKind.REQUEST, "POST /orders", () -> schedule(2));
		schedule(3);
		assertThat(query(TaskQuery.States.LIVE, OwnerKind.REQUEST, null).matched()).isEqualTo(2);
		assertThat(query(TaskQuery.States.LIVE, OwnerKind.REQUEST, "POST /orders").matched()).isEqualTo(2);
		assertThat(query(TaskQuery.States.LIVE, OwnerKind.REQUEST, "POST /carts").matched()).isZero();
		assertThat(query(TaskQuery.States.WAITING, OwnerKind.APPLICATION, null).matched()).isEqualTo(3);
		assertThat(query(TaskQuery.States.RUNNING, null, null).matched()).isZero();
		assertThat(query(TaskQuery.States.ENDED, null, null).matched()).isZero();
	}

	@Test
	void cancelledTasksThatTheQueueHoldsAreRetained() {
		schedule(2).get(0).cancel(false);
		assertThat(query(TaskQuery.States.RETAINED, null, null).matched()).isEqualTo(1);
		this.bench.ledger.tick();
		assertThat(this.bench.totals().retained()).isEqualTo(1);
		this.bench.pool.purge();
		assertThat(query(TaskQuery.States.RETAINED, null, null).matched()).isZero();
	}

	private TaskPage query(TaskQuery.States states, OwnerKind kind, String owner) {
		return this.bench.ledger.read().snapshot(new TaskQuery(states, null, kind, owner, null, 100, 0)).page();
	}

	private TaskPage page(String site, long after) {
		return this.bench.ledger.read()
			.snapshot(new TaskQuery(TaskQuery.States.LIVE, null, null, null, site, 100, after))
			.page();
	}

	private List<ScheduledFuture<?>> schedule(int tasks) {
		List<ScheduledFuture<?>> futures = new ArrayList<>();
		for (int i = 0; i < tasks; i++) {
			futures.add(this.bench.executor.schedule(() -> {
			}, 1, TimeUnit.HOURS));
		}
		return futures;
	}

}
