package io.timerscope.benchmarks.cost;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The rows of the table that JMH measures. */
final class Rows {

	private static final String LIVE = "live";

	private static final Cell NEAR = Cell.of("ScheduleAndCancel.near", LIVE, "100000", "capture", "stack", "peer",
			"BARE");

	private static final Cell TWO = Cell.of("ScheduleAndCancel.nearOnTwoThreads", LIVE, "100000", "capture", "stack",
			"peer", "BARE");

	private static final Cell ARITHMETIC = Cell.of("ScheduleAndCancel.nearWithArithmetic", LIVE, "100000", "capture",
			"stack", "peer", "BARE");

	private static final Cell ARITHMETIC_ON_TWO = Cell.of("ScheduleAndCancel.nearWithArithmeticOnTwoThreads", LIVE,
			"100000", "capture", "stack", "peer", "BARE");

	private static final Cell NEAREST = Cell.of("ScheduleAndCancel.nearest", LIVE, "100000", "capture", "stack", "peer",
			"BARE");

	private static final Cell RANDOM = Cell.of("ChangingDeadlines.random", "peer", "BARE");

	private static final Cell RUN = Cell.of("Runs.scheduleAndRun", "peer", "BARE");

	private static final Cell TICK = Cell.of("Runs.tick", "peer", "BARE");

	private static final Cell ALONE = Cell.of("TickAlone.tick", "timing", "sampled", "peer", "MICROMETER");

	private static final Cell ALONE_TOLD = Cell.of("TickAlone.tickAndTell", "timing", "sampled", "peer", "MICROMETER");

	private static final Cell SPRING = Cell.of("ThroughSpring.scheduleAndCancel", "peer", "BARE");

	private static final Cell SIGNALS = Cell.of("ThroughReactor.publishOn", "peer", "BARE");

	private static final Cell OWNED_SIGNALS = Cell.of("ThroughReactor.publishOnInScope", "peer", "BARE");

	private static final Cell DELAY = Cell.of("ThroughReactor.delay", "peer", "BARE");

	private static final Cell REQUEST = Cell.of("Requests.request", "peer", "BARE");

	private static final Cell VIRTUAL_CALLERS = Cell.of("VirtualThreads.scheduleAndCancel", "peer", "BARE");

	private static final Cell VIRTUAL_RUNS = Cell.of("VirtualThreads.run", "peer", "BARE");

	/**
	 * A task is opened, taken, put into its place and counted, and leaves all that again;
	 * its record is one object.
	 */
	private static final Floor TASK = new Floor(7, 0, 1, 0);

	/** How live tasks grow in the chart. */
	static final List<String> GROWTH = List.of("1000", "10000", "100000", "1000000");

	private Rows() {
	}

	static Cell near(String live, Peer peer) {
		return NEAR.with(LIVE, live).with("peer", peer.name());
	}

	/** The rows for this JDK. */
	static List<Row> all() {
		List<Row> rows = new ArrayList<>();
		rows.addAll(peers());
		rows.addAll(work());
		rows.addAll(growth());
		rows.addAll(reads());
		if (VirtualThreads.AVAILABLE) {
			rows.add(Row.report("virtual threads that schedule + cancel, a thousand at once / bare",
					ours(VIRTUAL_CALLERS), VIRTUAL_CALLERS));
			rows.add(Row.report("run on a virtual thread by Spring's SimpleAsyncTaskScheduler / bare",
					ours(VIRTUAL_RUNS), VIRTUAL_RUNS));
		}
		return List.copyOf(rows);
	}

	static Set<Cell> cells() {
		Set<Cell> cells = new LinkedHashSet<>();
		all().forEach((row) -> cells.addAll(row.measure().cells()));
		cells.addAll(Floor.CELLS);
		return cells;
	}

	private static List<Row> peers() {
		return List.of(
				Row.ratio("schedule + cancel, near deadline, 100,000 live / bare", Limits.atMost(1.5, 1.3), ours(NEAR),
						NEAR)
					.floor(TASK),
				Row.report("Micrometer / bare, the same work", NEAR.with("peer", "MICROMETER"), NEAR),
				Row.report("Dropwizard / bare, the same work", NEAR.with("peer", "DROPWIZARD"), NEAR),
				Row.report("Spring's ThreadPoolTaskScheduler / bare, the same work", SPRING, NEAR),
				Row.ratio("naive tracker / ours, the same work", Limits.atLeast(8, 11), NEAR.with("peer", "NAIVE"),
						ours(NEAR)),
				Row.report("the same, due before all others, so that each call wakes the pool's thread / bare",
						ours(NEAREST), NEAREST),
				Row.report("a pool made by hand, tracked by the agent / bare", NEAR.with("peer", Peer.AGENT.name()),
						NEAR),
				Row.report("origin.capture=off / bare", ours(NEAR.with("capture", "off")), NEAR),
				Row.report("origin.capture=site / bare", ours(NEAR.with("capture", "site")), NEAR),
				Row.report("origin.capture=always / bare", ours(NEAR.with("capture", "always")), NEAR),
				Row.ratio("two threads, schedule + cancel / bare", Limits.atMost(1.4, 1.2), ours(TWO), TWO).floor(TASK),
				Row.report("a little arithmetic in place of Timerscope, one thread / bare", ARITHMETIC, NEAR),
				Row.report("the same arithmetic, two threads / bare", ARITHMETIC_ON_TWO, TWO));
	}

	private static List<Row> work() {
		return List.of(
				Row.ratio("schedule(0) + run / bare", Limits.atMost(1.35, 1.2), ours(RUN), RUN)
					.floor(new Floor(7, 0, 1, 2)),
				Row.report("Micrometer / bare, the same work", RUN.with("peer", "MICROMETER"), RUN),
				Row.ratio("tick through the executor / bare", Limits.atMost(1.3, 1.15), ours(TICK), TICK),
				Row.report("Micrometer / bare, the same work", TICK.with("peer", "MICROMETER"), TICK),
				Row.instead("tick, decorator alone, every run timed / Micrometer", Limits.atMost(1.2),
						ours(ALONE.with("timing", "every")), ALONE)
					.floor(new Floor(0, 2, 0, 0)),
				Row.instead("tick, decorator alone, sampled / Micrometer", Limits.atMost(0.15, 0.07), ours(ALONE),
						ALONE),
				Row.report("the same, with what the clock tells the meters later", ours(ALONE_TOLD), ALONE_TOLD),
				Row.ratio("through Spring: wrapped bean / bare ThreadPoolTaskScheduler", Limits.atMost(1.5, 1.25),
						ours(SPRING), SPRING)
					.floor(new Floor(7, 0, 2, 0)),
				Row.ratio("a signal through Reactor's publishOn / bare", Limits.atMost(1.02), ours(SIGNALS), SIGNALS),
				Row.ratio("the same in a scope, which goes along with the signal / bare", Limits.atMost(1.02),
						ours(OWNED_SIGNALS), SIGNALS),
				Row.ratio("Mono.delay, subscribed and disposed of / bare", Limits.atMost(1.5), ours(DELAY), DELAY)
					.floor(TASK.andWalk()),
				Row.more("request that schedules nothing: the filter, ns", Limits.atMost(150), ours(REQUEST), REQUEST)
					.floor(new Floor(0, 0, 1, 0)));
	}

	private static List<Row> growth() {
		return List.of(random("10000", "10,000", 2.0, 1.6), random("100000", "100,000", 1.4, 1.2),
				random("1000000", "1,000,000", 1.5, 1.25), growth("1000", "1,000"), growth("10000", "10,000"),
				growth("1000000", "1,000,000"));
	}

	private static Row random(String live, String text, double target, double ambition) {
		Cell bare = RANDOM.with(LIVE, live);
		return Row
			.ratio("schedule + cancel, random deadlines, " + text + " live / bare", Limits.atMost(target, ambition),
					ours(bare), bare)
			.floor(new Floor(7, 0, 1, 1));
	}

	private static Row growth(String live, String text) {
		return Row.report("schedule + cancel, near deadline, " + text + " live / bare", near(live, Peer.TIMERSCOPE),
				near(live, Peer.BARE));
	}

	private static List<Row> reads() {
		return List.of(
				Row.time("page of 100 in the middle of 1,000,000, with JSON, ns", Limits.atMost(1e6, 1e5),
						Cell.of("Reads.page")),
				Row.time("group by site at 1,000,000, from the counters, ns", Limits.atMost(1e5, 1e4),
						Cell.of("Reads.counters")),
				Row.time("full scan by the clock at 1,000,000, ns", Limits.atMost(2e7, 1e7), Cell.of("Reads.tick"))
					.floor(new Floor(0, 0, 0, 2_000_000)),
				Row.time("look at runs and at what is due at 1,000,000, while the pool is at work, ns", Limits.NONE,
						Cell.of("Reads.survey")),
				Row.time("health read, ns", Limits.atMost(1000, 100), Cell.of("Reads.health")),
				Row.time("meters read, ns", Limits.atMost(1000, 100), Cell.of("Reads.meters")),
				Row.time("health read after each of 200 lines has changed, ns", Limits.NONE,
						Cell.of("ReadsAfterChange.health")));
	}

	private static Cell ours(Cell cell) {
		return cell.with("peer", "TIMERSCOPE");
	}

}
