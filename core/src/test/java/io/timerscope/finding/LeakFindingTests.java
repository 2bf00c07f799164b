package io.timerscope.finding;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.Supplier;

import com.acme.finding.OrderController;
import io.timerscope.ManualTime;
import io.timerscope.Owner;
import io.timerscope.OwnerKind;
import io.timerscope.OwnerSource;
import io.timerscope.PoolView;
import io.timerscope.SchedulerTraits;
import io.timerscope.TaskLedger;
import io.timerscope.TrackedScheduledExecutorService;
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
	void aTaskThatOutlivesItsRequestIsFoundOnceItsGraceIsOver() {
		during("POST /orders", this.orders::place);
		this.time.pass(Duration.ofSeconds(29));
		assertThat(this.book.current()).isEmpty();
		this.time.pass(Duration.ofSeconds(2));
		assertThat(this.book.current()).singleElement().satisfies((finding) -> {
			assertThat(finding.id()).isEqualTo("f1");
			assertThat(finding.kind()).isEqualTo(FindingKind.OUTLIVED_REQUEST);
			assertThat(finding.severity()).isEqualTo(Severity.LEAK);
			assertThat(finding.subject())
				.matches("com\\.acme\\.finding\\.OrderController\\.place\\(OrderController\\.java:\\d+\\)");
			assertThat(finding.scheduler()).isEqualTo("orderScheduler");
			assertThat(finding.count()).isEqualTo(1);
			assertThat(finding.since()).isEqualTo(ManualTime.START.plusSeconds(30));
			assertThat(finding.evidence()).isEqualTo("1 task is still live although POST /orders ended PT31S ago");
			assertThat(finding.advice()).isEqualTo("keep the ScheduledFuture and cancel it when the request completes, "
					+ "or set timerscope.requests.on-end=cancel");
		});
		assertThat(this.ledger.read().totals().leaked()).isEqualTo(1);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			REQUEST | OUTLIVED_REQUEST | POST /orders           | timerscope.requests.on-end=cancel
			SESSION | OUTLIVED_SESSION | session POST /orders   | timerscope.sessions.on-end=cancel
			BEAN    | OUTLIVED_BEAN    | bean POST /orders      | timerscope.beans.on-destroy=cancel
			SCOPE   | OUTLIVED_SCOPE   | scope POST /orders     | schedule it through the scope
			""")
	void everyKindOfOwnerHasItsFindingWhichComesAfterItsGraceAndGoesWithTheTask(OwnerKind owner, FindingKind kind,
			String who, String advice) {
		ScheduledFuture<?> task = during(owner, "POST /orders", this.orders::place);
		ScheduledFuture<?> inTime = during(owner, "POST /orders", this.orders::expire);
		this.time.pass(Duration.ofSeconds(29));
		inTime.cancel(false);
		assertThat(this.book.current()).isEmpty();
		this.time.pass(Duration.ofSeconds(1));
		assertThat(this.book.current()).singleElement().satisfies((finding) -> {
			assertThat(finding.kind()).isEqualTo(kind);
			assertThat(finding.severity()).isEqualTo(Severity.LEAK);
			assertThat(finding.evidence()).isEqualTo("1 task is still live although " + who + " ended PT30S ago");
			assertThat(finding.advice()).contains(advice);
		});
		task.cancel(false);
		assertThat(this.book.current()).isEmpty();
		assertThat(this.news).containsExactly("raised f1", "resolved f1");
	}

	@Test
	void manyTasksOfOneLineAreOneFinding() {
		during("POST /orders", this.orders::place);
		this.time.pass(Duration.ofSeconds(60));
		during("POST /orders", this.orders::place);
		this.time.pass(Duration.ofSeconds(29));
		assertThat(this.book.current()).extracting(Finding::count).containsExactly(1L);
		this.time.pass(Duration.ofSeconds(1));
		assertThat(this.book.current()).singleElement().satisfies((finding) -> {
			assertThat(finding.count()).isEqualTo(2);
			assertThat(finding.evidence())
				.isEqualTo("2 tasks are still live although POST /orders ended; the oldest ended PT1M30S ago");
		});
		assertThat(this.news).containsExactly("raised f1");
	}

	@Test
	void aFindingIsResolvedOnceTheTasksHaveEnded() {
		ScheduledFuture<?> future = during("POST /orders", this.orders::place);
		this.time.pass(Duration.ofMinutes(1));
		assertThat(this.book.counts()).isEmpty();
		assertThat(this.book.current()).hasSize(1);
		assertThat(this.book.counts()).containsOnly(Map.entry(FindingKind.OUTLIVED_REQUEST, 1L));
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
			during(owner, this.orders::place);
		}
		this.time.pass(Duration.ofMinutes(1));
		assertThat(this.book.current()).extracting(Finding::evidence)
			.containsExactly("5 tasks are still live although GET /a, GET /b, GET /c and others ended; "
					+ "the oldest ended PT1M ago");
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
