package io.timerscope.ledger;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import com.acme.orders.Libraries;
import com.hazelcast.fixture.HouseKeeping;
import io.timerscope.OriginCapture;
import io.timerscope.Owner;
import io.timerscope.OwnerKind;
import io.timerscope.OwnerSource;
import io.timerscope.Site;
import io.timerscope.TaskQuery;
import io.timerscope.TaskSnapshot;
import io.timerscope.TrackingPolicy;
import io.timerscope.snapshot.SiteCountsSnapshot;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.fixture.Operator;

import static org.assertj.core.api.Assertions.assertThat;

/** Whose line it is, and whose task, when a library schedules on somebody's thread. */
class LibrarySiteTests {

	private final Bench bench = new Bench();

	private final HouseKeeping library = new HouseKeeping(this.bench.executor);

	private final Libraries application = new Libraries(this.library, new Operator(this.bench.executor));

	@AfterEach
	void close() {
		this.bench.close();
	}

	@Test
	void whatALibrarySchedulesBehindADispatchIsItsOwnLine() {
		this.application.passOn(this.library::start);
		Site site = task().site();
		assertThat(site.toString()).startsWith("com.hazelcast.fixture.HouseKeeping.start(HouseKeeping.java:");
		assertThat(site.isLibrary()).isTrue();
		assertThat(task().name()).isEqualTo("HouseKeeping.start");
		assertThat(this.bench.ledger.read().find(task().id()).stack()).extracting(StackTraceElement::getMethodName)
			.containsExactly("start");
	}

	@Test
	void whatTheApplicationAsksALibraryForIsTheApplicationsLine() {
		this.application.callThatStarts();
		assertThat(task().site().methodName()).isEqualTo("callThatStarts");
		assertThat(task().site().isLibrary()).isFalse();
	}

	@Test
	void noLineIsUnknownWhileThereIsAStack() throws Exception {
		CompletableFuture<Void> answer = new CompletableFuture<>();
		answer.thenRunAsync(() -> {
		}, this.bench.executor);
		Thread thread = new Thread(() -> answer.complete(null));
		thread.start();
		thread.join();
		SiteCountsSnapshot line = this.bench.ledger.read().siteCounts().get(0);
		assertThat(line.site().className()).startsWith("java.util.concurrent.CompletableFuture");
		assertThat(line.site().isLibrary()).isTrue();
	}

	@Test
	void thePackagesThatTheApplicationNamesAreTheApplication() {
		try (Bench bench = new Bench(TaskLedger.builder().applicationPackages(List.of("com.hazelcast.fixture", "")))) {
			new HouseKeeping(bench.executor).start();
			Site site = bench.tasks(TaskQuery.States.LIVE).tasks().get(0).site();
			assertThat(site.methodName()).isEqualTo("start");
			assertThat(site.isLibrary()).isFalse();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "com", "com.hazelcast.fixture" })
	void aLibraryPackageThatSaysNoMoreLosesAgainstTheApplications(String libraryPackage) {
		try (Bench bench = new Bench(TaskLedger.builder()
			.applicationPackages(List.of("com.hazelcast.fixture"))
			.libraryPackages(List.of(libraryPackage)))) {
			new HouseKeeping(bench.executor).start();
			assertThat(bench.tasks(TaskQuery.States.LIVE).tasks().get(0).site().isLibrary()).isFalse();
		}
	}

	@Test
	void anApplicationInAShortPackageIsNotEveryLibraryBelowIt() {
		try (Bench bench = new Bench(TaskLedger.builder().applicationPackages(List.of("com")))) {
			HouseKeeping library = new HouseKeeping(bench.executor);
			library.start();
			new Libraries(library, new Operator(bench.executor)).callWithATask();
			List<TaskSnapshot> tasks = bench.tasks(TaskQuery.States.LIVE).tasks();
			assertThat(tasks.get(0).site().isLibrary()).isTrue();
			assertThat(tasks.get(1).site().methodName()).isEqualTo("callWithATask");
		}
	}

	@Test
	void aLibraryPackageWithinTheApplicationsIsSkipped() {
		try (Bench bench = new Bench(TaskLedger.builder()
			.applicationPackages(List.of("com.hazelcast", "com.acme"))
			.libraryPackages(List.of("com.hazelcast.fixture")))) {
			HouseKeeping helper = new HouseKeeping(bench.executor);
			Libraries caller = new Libraries(helper, new Operator(bench.executor));
			bench.during(OwnerKind.REQUEST, "POST /orders", caller::callThatRetires);
			TaskSnapshot task = bench.tasks(TaskQuery.States.LIVE).tasks().get(0);
			assertThat(task.site().methodName()).isEqualTo("callThatRetires");
			assertThat(task.owner().kind()).isEqualTo(OwnerKind.REQUEST);
		}
	}

	@ParameterizedTest
	@EnumSource(value = OwnerKind.class, names = { "REQUEST", "SESSION", "SCOPE" })
	void aLibrarysOwnBusinessIsNobodysLeakAndEndsWithNobody(OwnerKind kind) {
		try (Bench bench = new Bench(TaskLedger.builder().policy(new Cancelling()))) {
			HouseKeeping library = new HouseKeeping(bench.executor);
			Libraries application = new Libraries(library, new Operator(bench.executor));
			Owner owner = bench.ledger.openOwner(kind, "one");
			for (int i = 0; i < 200; i++) {
				on(bench, owner, application::callThatRetires);
				on(bench, owner, () -> application.passOn(library::retire));
			}
			on(bench, owner, application::callThatStarts);
			on(bench, owner, () -> application.passOn(library::start));
			bench.endAndOutlive(owner);
			assertThat(bench.totals().live()).isEqualTo(402);
			assertThat(bench.totals().leaked()).isZero();
			assertThat(bench.tracker.totals(OwnerKind.APPLICATION).live()).isEqualTo(402);
		}
	}

	@Test
	void aRequestOwnsWhatItsCodeHandsToALibrary() {
		Owner owner = this.bench.ledger.openOwner(OwnerKind.REQUEST, "POST /orders");
		for (int i = 0; i < 200; i++) {
			on(this.bench, owner, this.application::callWithATask);
			on(this.bench, owner, this.application::operate);
		}
		assertThat(this.bench.tracker.totals(OwnerKind.REQUEST).live()).isEqualTo(400);
	}

	@Test
	void aRequestOwnsNothingThatNoneOfItsCodeLedTo() {
		Owner owner = this.bench.ledger.openOwner(OwnerKind.REQUEST, "POST /orders");
		Operator operator = new Operator(this.bench.executor);
		for (int i = 0; i < 200; i++) {
			on(this.bench, owner, () -> this.application.passOn(operator::delay));
		}
		assertThat(this.bench.tracker.totals(OwnerKind.REQUEST).live()).isZero();
		assertThat(task().site().isLibrary()).isTrue();
	}

	@Test
	void withoutAStackTheClassOfATaskTellsWhoseItIs() {
		try (Bench off = new Bench(TaskLedger.builder().capture(OriginCapture.OFF))) {
			HouseKeeping library = new HouseKeeping(off.executor);
			Libraries application = new Libraries(library, new Operator(off.executor));
			Owner owner = off.ledger.openOwner(OwnerKind.REQUEST, "POST /orders");
			on(off, owner, library::start);
			on(off, owner, application::callWithATask);
			assertThat(off.tracker.totals(OwnerKind.APPLICATION).live()).isEqualTo(1);
			assertThat(off.tracker.totals(OwnerKind.REQUEST).live()).isEqualTo(1);
		}
	}

	private TaskSnapshot task() {
		return this.bench.tasks(TaskQuery.States.LIVE).tasks().get(0);
	}

	/** As a filter enters a request: what names the owner is not the owner itself. */
	private static void on(Bench bench, Owner owner, Runnable work) {
		OwnerSource before = bench.ledger.context().swap(new Entry(owner));
		try {
			work.run();
		}
		finally {
			bench.ledger.context().swap(before);
		}
	}

	private record Entry(@Nullable Owner owner) implements OwnerSource {
	}

	private static final class Cancelling implements TrackingPolicy {

		@Override
		public boolean cancelsOnOwnerEnd(OwnerKind kind, Site site) {
			return true;
		}

	}

}
