package io.timerscope.finding;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ScheduledThreadPoolExecutor;

import com.acme.finding.Jobs;
import io.timerscope.guard.Guard;
import io.timerscope.ledger.Bench;
import io.timerscope.ledger.TaskLedger;
import io.timerscope.ledger.TaskLedgerBuilder;
import io.timerscope.outside.OutsideTimers;
import io.timerscope.outside.PoolHolders;
import org.jspecify.annotations.Nullable;

/** A ledger on hand-driven time whose findings are looked at. */
final class Surgery implements AutoCloseable {

	final Bench bench;

	final FindingBook book;

	final OutsideTimers outside;

	final Inspection inspection;

	final Jobs jobs;

	final List<String> news = new ArrayList<>();

	/** So that nothing is taken for abandoned when the garbage collector runs. */
	private final List<Object> held = new ArrayList<>();

	Surgery() {
		this(FindingLimits.DEFAULTS, 1);
	}

	Surgery(FindingLimits limits, int threads) {
		this(limits, threads, TaskLedger.builder(), null);
	}

	Surgery(FindingLimits limits, PoolHolders holders) {
		this(limits, 1, TaskLedger.builder(), null, holders);
	}

	Surgery(FindingLimits limits, int threads, TaskLedgerBuilder builder, @Nullable Guard guard) {
		this(limits, threads, builder, guard, PoolHolders.UNKNOWN);
	}

	private Surgery(FindingLimits limits, int threads, TaskLedgerBuilder builder, @Nullable Guard guard,
			PoolHolders holders) {
		this.bench = new Bench(builder, new ScheduledThreadPoolExecutor(threads));
		this.book = new FindingBook(this.bench.ledger);
		this.outside = new OutsideTimers(this.bench.ledger, Inspection.threads(), holders);
		this.inspection = new Inspection(this.bench.ledger, this.book, limits, guard, this.outside);
		this.jobs = new Jobs(this.bench.executor, this.held::add);
		this.book.addListener(new FindingListener() {

			@Override
			public void raised(Finding finding) {
				Surgery.this.news.add("raised " + finding.kind().label());
			}

			@Override
			public void resolved(Finding finding) {
				Surgery.this.news.add("resolved " + finding.kind().label());
			}

		});
		started();
	}

	private void started() {
		this.bench.ledger.started();
		this.inspection.started();
	}

	/** The futures that the jobs returned are nobody's from now on. */
	void forget() {
		this.held.clear();
	}

	/** The clock's next tick, an interval later. */
	void tick() {
		this.bench.time.pass(Duration.ofSeconds(10));
		tickNow();
	}

	void tickNow() {
		this.bench.ledger.tick();
		this.inspection.tick();
	}

	/** Nothing runs for a while. */
	void pause(Duration length) {
		this.bench.time.pass(length);
		this.bench.ledger.paused(length);
		tickNow();
	}

	List<Finding> of(FindingKind kind) {
		return this.book.current().stream().filter((finding) -> finding.kind() == kind).toList();
	}

	Set<FindingKind> kinds() {
		return this.book.counts(Severity.NOTICE).keySet();
	}

	@Override
	public void close() {
		this.bench.close();
	}

}
