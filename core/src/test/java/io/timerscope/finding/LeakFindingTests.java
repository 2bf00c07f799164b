package io.timerscope.finding;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import com.acme.finding.OrderController;
import io.timerscope.ManualTime;
import io.timerscope.Owner;
import io.timerscope.OwnerKind;
import io.timerscope.OwnerSource;
import io.timerscope.Witness;
import io.timerscope.ledger.TaskLedger;
import io.timerscope.ledger.TrackedScheduledExecutorService;
import io.timerscope.pool.PoolView;
import io.timerscope.pool.SchedulerTraits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class LeakFindingTests {

	private final ManualTime time = new ManualTime();

	private final TaskLedger ledger = TaskLedger.builder().time(this.time).build();

	private final ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(1);

	private final OrderController orders = new OrderController(
			new TrackedScheduledExecutorService(this.pool, this.ledger.schedulers()
				.track("orderScheduler", "com.acme.Pool", SchedulerTraits.EXECUTOR, PoolView.of(this.pool))));

	private final FindingBook book = new FindingBook(this.ledger);

	private final List<String> news = new ArrayList<>();

	LeakFindingTests() {
		this.book.addListener(new FindingListener() {

			@Override
			public void raised(Finding finding) {
				LeakFindingTests.this.news.add("raised " + finding.id());
			}

			@Override
			public void resolved(Finding finding) {
				LeakFindingTests.this.news.add("resolved " + finding.id());
			}

		});
	}

	@AfterEach
	void stopThePool() {
		this.pool.shutdownNow();
	}

	@Test
	void aTaskThatOutlivesItsBeanIsFoundOnceItsGraceIsOver() {
		during(OwnerKind.BEAN, "priceFeed", this.orders::place);
		this.time.pass(Duration.ofSeconds(29));
		assertThat(this.book.current()).isEmpty();
		this.time.pass(Duration.ofSeconds(2));
		assertThat(this.book.current()).singleElement().satisfies((finding) -> {
			assertThat(finding.id()).isEqualTo("f1");
			assertThat(finding.kind()).isEqualTo(FindingKind.OUTLIVED_BEAN);
			assertThat(finding.severity()).isEqualTo(Severity.LEAK);
			assertThat(finding.witness()).isEqualTo(Witness.OWNER_GONE);
			assertThat(finding.subject())
				.matches("com\\.acme\\.finding\\.OrderController\\.place\\(OrderController\\.java:\\d+\\)");
			assertThat(finding.scheduler()).isEqualTo("orderScheduler");
			assertThat(finding.count()).isEqualTo(1);
			assertThat(finding.since()).isEqualTo(ManualTime.START.plusSeconds(30));
			assertThat(finding.evidence())
				.isEqualTo("1 periodic task of a destroyed bean (priceFeed) is still scheduled. "
						+ "The bean was destroyed 31 s ago");
			assertThat(finding.advice()).isEqualTo("In OrderController, keep the ScheduledFuture that place gets "
					+ "and cancel it in a @PreDestroy method of the bean: this.task = scheduler.scheduleAtFixedRate(...); "
					+ "@PreDestroy void stop() { this.task.cancel(false); }. If the task is meant to live on, say so: "
					+ "scopes.application(), @ApplicationLifetime or "
					+ "timerscope.ignore=com.acme.finding.OrderController#place");
		});
		assertThat(this.ledger.read().totals().leaked()).isEqualTo(1);
	}

	@Test
	void aTaskThatOutlivesItsRequestIsANoticeWhichSaysHowLongItWillGoOn() {
		ScheduledFuture<?> task = during("POST /orders", this.orders::expire);
		this.time.pass(Duration.ofMinutes(1));
		assertThat(this.book.current()).singleElement().satisfies((finding) -> {
			assertThat(finding.kind()).isEqualTo(FindingKind.OUTLIVING);
			assertThat(finding.severity()).isEqualTo(Severity.NOTICE);
			assertThat(finding.witness()).isNull();
			assertThat(finding.evidence()).matches("1 one-time task of 1 request that has ended \\(POST /orders\\) "
					+ "goes on, due in (59 min|59 min 59 s|1 h)");
			assertThat(finding.advice())
				.startsWith("Nothing, if this is meant. Otherwise in OrderController, keep the ScheduledFuture")
				.doesNotContain("on-end");
		});
		task.cancel(false);
		assertThat(this.book.current()).isEmpty();
		assertThat(this.news).containsExactly("raised f1", "resolved f1");
	}

	@Test
	void aPeriodicTaskWhoseFutureIsKeptGoesOnWithNoEnd() {
		ScheduledFuture<?> kept = during("POST /jobs", this.orders::place);
		this.time.pass(Duration.ofMinutes(1));
		this.ledger.tick();
		assertThat(this.book.current()).singleElement()
			.extracting(Finding::evidence)
			.isEqualTo("1 periodic task of 1 request that has ended (POST /jobs) goes on, with no end");
		assertThat(kept.isDone()).isFalse();
	}

	@Test
	void aTimeoutThatNobodyCancelsIsHintedAt() {
		CompletableFuture<String> answered = CompletableFuture.completedFuture("yes");
		CompletableFuture<String> open = new CompletableFuture<>();
		for (CompletableFuture<String> call : List.of(answered, answered, open)) {
			during("GET /prices", () -> this.orders.later(() -> call.completeExceptionally(new TimeoutException())));
		}
		this.time.pass(Duration.ofMinutes(1));
		assertThat(this.book.current()).singleElement()
			.extracting(Finding::evidence)
			.asString()
			.endsWith("2 of 3 sampled one-time tasks hold a CompletableFuture that is complete: "
					+ "a timeout that nobody cancels?");
	}

	@Test
	void requestsThatNearlyAllLeaveATaskPileUp() {
		List<ScheduledFuture<?>> kept = new ArrayList<>();
		for (int i = 0; i < 12; i++) {
			kept.add(during("POST /orders", this.orders::place));
		}
		during("POST /orders", this.orders::place).cancel(false);
		this.time.pass(Duration.ofMinutes(1));
		this.ledger.tick();
		assertThat(this.book.current()).singleElement().satisfies((finding) -> {
			assertThat(finding.kind()).isEqualTo(FindingKind.OUTLIVED_REQUEST);
			assertThat(finding.witness()).isEqualTo(Witness.PILING_UP);
			assertThat(finding.evidence())
				.isEqualTo("12 periodic tasks of 12 requests that have ended (POST /orders) are still scheduled, "
						+ "and such tasks pile up: left by 12 of the last 13 requests. The first request ended 1 min ago");
			assertThat(finding.advice()).contains(
					"If something cancels the tasks later, give the line a longer grace period, by one more rule in timerscope.rules: ",
					"#place, grace: 1h. If the task is meant to live on");
		});
		kept.forEach((it) -> it.cancel(false));
		assertThat(this.book.current()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			BEAN    | OUTLIVED_BEAN    | of a destroyed bean (x) | @PreDestroy
			SCOPE   | OUTLIVED_SCOPE   | of a closed scope (x)   | Schedule the task through the scope
			""")
	void anOwnerThatIsGoneIsWitnessEnoughAfterItsGraceAndUntilTheTaskEnds(OwnerKind owner, FindingKind kind, String who,
			String advice) {
		ScheduledFuture<?> task = during(owner, "x", this.orders::place);
		ScheduledFuture<?> inTime = during(owner, "x", this.orders::expire);
		this.time.pass(Duration.ofSeconds(29));
		inTime.cancel(false);
		assertThat(this.book.current()).isEmpty();
		this.time.pass(Duration.ofSeconds(1));
		assertThat(this.book.current()).singleElement().satisfies((finding) -> {
			assertThat(finding.kind()).isEqualTo(kind);
			assertThat(finding.severity()).isEqualTo(Severity.LEAK);
			assertThat(finding.evidence()).contains(who);
			assertThat(finding.advice()).contains(advice);
		});
		task.cancel(false);
		assertThat(this.book.current()).isEmpty();
		assertThat(this.news).containsExactly("raised f1", "resolved f1");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			rate    | = scheduler.scheduleAtFixedRate(...); @PreDestroy
			delay   | = scheduler.scheduleWithFixedDelay(...); @PreDestroy
			once    | = scheduler.schedule(...); @PreDestroy
			""")
	void theAdviceNamesTheCallThatFits(String kind, String call) {
		during(OwnerKind.BEAN, "priceFeed", () -> switch (kind) {
			case "rate" -> this.orders.place();
			case "delay" -> this.orders.follow();
			default -> this.orders.expire();
		});
		this.time.pass(Duration.ofSeconds(31));
		assertThat(this.book.current()).singleElement().extracting(Finding::advice).asString().contains(call);
	}

	@Test
	void manyTasksOfOneLineAreOneFinding() {
		during("POST /orders", this.orders::expire);
		this.time.pass(Duration.ofSeconds(60));
		during("POST /orders", this.orders::expire);
		this.time.pass(Duration.ofSeconds(29));
		assertThat(this.book.current()).extracting(Finding::count).containsExactly(1L);
		this.time.pass(Duration.ofSeconds(1));
		assertThat(this.book.current()).singleElement().satisfies((finding) -> {
			assertThat(finding.count()).isEqualTo(2);
			assertThat(finding.evidence()).startsWith(
					"2 one-time tasks of 2 requests that have ended (POST /orders) go on, the last one due in ");
		});
		assertThat(this.news).containsExactly("raised f1");
	}

	@Test
	void aFindingIsResolvedOnceTheTasksHaveEnded() {
		ScheduledFuture<?> future = during(OwnerKind.SCOPE, "import", this.orders::place);
		this.time.pass(Duration.ofMinutes(1));
		assertThat(this.book.counts(Severity.NOTICE)).isEmpty();
		assertThat(this.book.current()).hasSize(1);
		assertThat(this.book.counts(Severity.NOTICE)).containsOnly(Map.entry(FindingKind.OUTLIVED_SCOPE, 1L));
		future.cancel(false);
		assertThat(this.book.current()).isEmpty();
		assertThat(this.book.current()).isEmpty();
		assertThat(this.news).containsExactly("raised f1", "resolved f1");
	}

	@Test
	void differentLinesAreDifferentFindings() {
		during("POST /orders", this.orders::place);
		during("POST /orders", this.orders::expire);
		this.time.pass(Duration.ofMinutes(1));
		assertThat(this.book.current()).extracting(Finding::id).containsExactly("f1", "f2");
	}

	@Test
	void ownersAreNamedOnceAndNotAllOfThem() {
		for (String owner : List.of("GET /a", "GET /b", "GET /b", "GET /c", "GET /d")) {
			during(owner, this.orders::expire);
		}
		this.time.pass(Duration.ofMinutes(1));
		assertThat(this.book.current()).singleElement()
			.extracting(Finding::evidence)
			.asString()
			.contains("5 one-time tasks of 5 requests that have ended (GET /a, GET /b, GET /c and others) go on");
	}

	@Test
	void aListenerThatThrowsIsCountedAndStopsNobody() {
		List<String> heard = new ArrayList<>();
		FindingBook book = new FindingBook(this.ledger);
		book.addListener(new FindingListener() {

			@Override
			public void raised(Finding finding) {
				throw new IllegalStateException("listener");
			}

		});
		book.addListener(new FindingListener() {

			@Override
			public void raised(Finding finding) {
				heard.add(finding.id());
			}

		});
		during("POST /orders", this.orders::place);
		this.time.pass(Duration.ofMinutes(1));
		assertThat(book.current()).hasSize(1);
		assertThat(heard).containsExactly("f1");
		assertThat(this.ledger.trackingErrors()).isEqualTo(1);
	}

	private ScheduledFuture<?> during(String request, Supplier<ScheduledFuture<?>> call) {
		return during(OwnerKind.REQUEST, request, call);
	}

	private ScheduledFuture<?> during(OwnerKind kind, String name, Supplier<ScheduledFuture<?>> call) {
		Owner owner = this.ledger.openOwner(kind, name);
		OwnerSource before = this.ledger.context().swap(owner);
		try {
			return call.get();
		}
		finally {
			this.ledger.context().swap(before);
			this.ledger.ownerEnded(owner);
		}
	}

}
