package io.timerscope;

import java.util.List;

import com.acme.orders.HiddenReminders;
import com.acme.orders.Orders;
import io.timerscope.ledger.Bench;
import io.timerscope.ledger.TaskLedger;
import io.timerscope.snapshot.SiteSnapshot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SiteTests {

	private final Bench bench = new Bench();

	private final Orders orders = new Orders(this.bench.executor);

	@AfterEach
	void close() {
		this.bench.close();
	}

	@Test
	void aSiteIsTheFrameThatCalledTheScheduler() {
		this.orders.place();
		assertThat(site().toString()).matches("com\\.acme\\.orders\\.Orders\\.later\\(Orders\\.java:\\d+\\)");
		assertThat(task().name()).isEqualTo("Orders.later");
	}

	@Test
	void aCallInALambdaNamesTheEnclosingMethod() throws Exception {
		this.orders.placeInALambda();
		assertThat(task().name()).isEqualTo("Orders.placeInALambda");
	}

	@Test
	void aCallInANestedLambdaNamesTheEnclosingMethod() throws Exception {
		this.orders.placeInANestedLambda();
		assertThat(task().name()).isEqualTo("Orders.placeInANestedLambda");
	}

	@Test
	void aCallInAConstructorNamesTheConstructor() {
		assertThat(new Orders.Placement(this.bench.executor).future.isDone()).isFalse();
		assertThat(site().toString()).startsWith("com.acme.orders.Orders$Placement.<init>(Orders.java:");
	}

	@Test
	void aCallInAnAnonymousClassNamesThatClass() {
		this.orders.placeInAnAnonymousClass();
		assertThat(site().toString()).startsWith("com.acme.orders.Orders$1.get(Orders.java:");
	}

	@Test
	void twoCallsOnOneLineAreOneSite() {
		assertThat(this.orders.placeTwoOnOneLine()).hasSize(2);
		List<SiteSnapshot> sites = this.bench.ledger.read().snapshot(TaskQuery.DEFAULT).sites();
		assertThat(sites).hasSize(1);
		assertThat(sites.get(0).totals().live()).isEqualTo(2);
	}

	@Test
	void theFirstCallsOfASiteHaveAStackOfApplicationFramesOnly() {
		this.orders.place();
		List<StackTraceElement> stack = this.bench.ledger.read().find(task().id()).stack();
		assertThat(stack).extracting(StackTraceElement::getMethodName).startsWith("later", "place");
		assertThat(stack).extracting(StackTraceElement::getClassName)
			.noneMatch((name) -> name.startsWith("java.") || name.startsWith("org.junit."));
	}

	@Test
	void aHiddenClassIsOnNoStackSoThatTheLineIsItsCallers() throws Exception {
		HiddenReminders.run(this.bench.executor);
		HiddenReminders.run(this.bench.executor);
		List<SiteSnapshot> sites = this.bench.ledger.read().snapshot(TaskQuery.DEFAULT).sites();
		assertThat(sites).hasSize(1);
		assertThat(sites.get(0).site().toString()).startsWith("com.acme.orders.HiddenReminders.run(HiddenReminders");
	}

	@Test
	void captureOffLooksForNothing() {
		try (Bench off = new Bench(TaskLedger.builder().capture(OriginCapture.OFF))) {
			new Orders(off.executor).place();
			TaskSnapshot task = off.tasks(TaskQuery.States.LIVE).tasks().get(0);
			assertThat(task.name()).isEqualTo("unknown.unknown");
			assertThat(off.ledger.read().find(task.id()).stack()).isEmpty();
		}
	}

	@Test
	void captureSiteKeepsNoStack() {
		try (Bench bare = new Bench(TaskLedger.builder().capture(OriginCapture.SITE))) {
			new Orders(bare.executor).place();
			TaskSnapshot task = bare.tasks(TaskQuery.States.LIVE).tasks().get(0);
			assertThat(task.name()).isEqualTo("Orders.later");
			assertThat(bare.ledger.read().find(task.id()).stack()).isEmpty();
		}
	}

	@Test
	void aLibraryOfTheUsersIsTheLineWhereNobodyOfTheApplicationCalledIt() {
		try (Bench skipping = new Bench(TaskLedger.builder().libraryPackages(List.of("com.acme.orders")))) {
			new Orders(skipping.executor).place();
			Site site = skipping.tasks(TaskQuery.States.LIVE).tasks().get(0).site();
			assertThat(site.methodName()).isEqualTo("later");
			assertThat(site.isLibrary()).isTrue();
		}
	}

	private TaskSnapshot task() {
		return this.bench.tasks(TaskQuery.States.LIVE).tasks().get(0);
	}

	private Site site() {
		return task().site();
	}

}
