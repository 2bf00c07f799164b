package io.timerscope.survey;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.atomic.AtomicInteger;

import com.acme.finding.Jobs;
import io.timerscope.ledger.Bench;
import io.timerscope.record.TaskRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DuplicateSearchTests {

	private final Bench bench = new Bench();

	private final Jobs jobs = new Jobs(this.bench.executor);

	private final AtomicInteger feed = new AtomicInteger();

	@AfterEach
	void close() {
		this.bench.close();
	}

	@Test
	void twoThatLiveAtOnceAreDuplicates() {
		refresh();
		refresh();
		DuplicateSearch search = new DuplicateSearch(this.bench.writer().clock());
		tasks().forEach(search::visit);
		assertThat(search.found()).singleElement().satisfies((twins) -> assertThat(twins.count()).isEqualTo(2));
	}

	@Test
	void oneThatIsReplacedDuringTheSearchIsNone() {
		ScheduledFuture<?> first = refresh();
		refresh();
		List<TaskRecord> tasks = tasks();
		DuplicateSearch search = new DuplicateSearch(this.bench.writer().clock());
		search.visit(tasks.get(0));
		first.cancel(false);
		search.visit(tasks.get(1));
		assertThat(search.found()).isEmpty();
	}

	private List<TaskRecord> tasks() {
		List<TaskRecord> tasks = new ArrayList<>();
		this.bench.writer().live().forEachAfter(0, tasks::add);
		return tasks;
	}

	private ScheduledFuture<?> refresh() {
		this.bench.time.pass(Duration.ofMinutes(1));
		return this.jobs.everyHour(this.feed::incrementAndGet);
	}

}
