package io.timerscope.scope;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledFuture;

import com.acme.orders.Imports;
import io.timerscope.OwnerSource;
import io.timerscope.TaskQuery;
import io.timerscope.ledger.Bench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A scope is on a thread only within the call that opened it. */
class ScopeOnThreadTests {

	private final Bench bench = new Bench();

	private final Timetable timetable = Timetable.of(this.bench.executor);

	private final Imports imports = new Imports(
			new TaskScopes(this.bench.ledger, () -> this.timetable, new Deadlines(this.bench.ledger)),
			this.bench.executor);

	/** One thread, as of a pool that nobody tracks. */
	private final ExecutorService pool = Executors.newSingleThreadExecutor();

	@AfterEach
	void close() {
		this.pool.shutdownNow();
		this.bench.close();
	}

	@Test
	void aScopeThatALaterJobOpensOnTheThreadIsNotInsideOneThatWasLeftOpen() throws Exception {
		TaskScope first = this.pool.submit(() -> this.imports.begin("A")).get();
		TaskScope second = this.pool.submit(() -> this.imports.export("B")).get();
		first.close();
		assertThat(second.isEnded()).isFalse();
		assertThat(owners()).containsExactly("import-of-A", "export-of-B");
	}

	@Test
	void theNextRunOfTheSameJobIsNotInsideTheLastOne() throws Exception {
		TaskScope first = this.pool.submit(() -> this.imports.begin("A")).get();
		TaskScope second = this.pool.submit(() -> this.imports.begin("B")).get();
		first.close();
		assertThat(second.isEnded()).isFalse();
		assertThat(owners()).containsExactly("import-of-A", "import-of-B");
	}

	@Test
	void whatALaterJobSchedulesBelongsToNoScopeThatWasLeftOpen() throws Exception {
		TaskScope scope = this.pool.submit(() -> this.imports.begin("A")).get();
		ScheduledFuture<?> later = this.pool.submit(this.imports::schedule).get();
		assertThat(owners()).containsExactly("import-of-A", "application");
		scope.close();
		assertThat(later.isDone()).isFalse();
	}

	@Test
	void whatTheCallerSchedulesAfterwardsBelongsToNoScopeThatWasLeftOpen() {
		TaskScope scope = this.imports.begin("A");
		this.imports.schedule();
		assertThat(owners()).containsExactly("import-of-A", "application");
		scope.close();
	}

	@Test
	void withinTheCallScopesNestAndOwnWhatIsScheduled() {
		this.imports.nested();
		assertThat(owners()).containsExactly("inner", "inner", "outer", "application");
	}

	@Test
	void aScopeThatIsHandedToAnotherThreadOwnsWhatThatSchedules() throws Exception {
		try (TaskScope scope = new TaskScopes(this.bench.ledger, () -> this.timetable, new Deadlines(this.bench.ledger))
			.open("handed over")) {
			OwnerSource source = this.bench.ledger.context().source();
			this.pool.submit(() -> {
				OwnerSource before = this.bench.ledger.context().swap(source);
				this.imports.schedule();
				this.bench.ledger.context().swap(before);
			}).get();
			assertThat(scope.isEnded()).isFalse();
			assertThat(owners()).containsExactly("handed over");
		}
	}

	/** A known limit, see {@code docs/limits.md}. */
	@Test
	void aLaterCallOfTheSameMethodThatOpensNoScopeIsTakenForTheEarlierOne() throws Exception {
		TaskScope scope = this.pool.submit(() -> this.imports.beginIf("A")).get();
		this.pool.submit(() -> this.imports.beginIf(null)).get();
		assertThat(owners()).containsExactly("import-of-A", "import-of-A");
		scope.close();
	}

	private List<String> owners() {
		return this.bench.tasks(TaskQuery.States.LIVE).tasks().stream().map((task) -> task.owner().name()).toList();
	}

}
