package io.timerscope.actuate;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import io.timerscope.Owner;
import io.timerscope.OwnerKind;
import io.timerscope.Totals;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Many readers, and writers that do not notice.
 */
class TimersUnderLoadTests {

	private static final List<String> FORMATS = List.of("?format=json&limit=1000", "?format=text", "?format=pprof",
			"?format=stacks", "?state=leaked", "?owner=request:POST%20%2Forders");

	/**
	 * The common pool of a small machine has one thread, and a blocked reader keeps it.
	 */
	private static final Executor A_THREAD_EACH = (work) -> new Thread(work).start();

	private static final int MEGABYTE = 1 << 20;

	private final Shop shop = new Shop();

	private final AtomicBoolean over = new AtomicBoolean();

	@AfterEach
	void close() {
		this.over.set(true);
		this.shop.close();
	}

	@Test
	void aReaderInTheMiddleOfItsWalkHoldsNobodyUp() throws Exception {
		this.shop.leak("POST /orders", 3);
		CountDownLatch walking = new CountDownLatch(1);
		CountDownLatch done = new CountDownLatch(1);
		CompletableFuture<Void> reader = CompletableFuture
			.runAsync(() -> this.shop.ledger.read().forEachLive((task) -> {
				walking.countDown();
				return awaited(done);
			}), A_THREAD_EACH);
		assertThat(walking.await(30, TimeUnit.SECONDS)).isTrue();
		CompletableFuture.runAsync(this::everyKindOfWrite, A_THREAD_EACH).get(30, TimeUnit.SECONDS);
		assertThat(reader).isNotDone();
		done.countDown();
		reader.get(30, TimeUnit.SECONDS);
	}

	private void everyKindOfWrite() {
		Owner owner = this.shop.ledger.openOwner(OwnerKind.REQUEST, "PUT /orders");
		Future<?> placed = this.shop.during(owner, this.shop.orders::place);
		CompletableFuture.runAsync(() -> {
		}, this.shop.scheduler).join();
		this.shop.ledger.ownerEnded(owner);
		this.shop.ledger.tick();
		placed.cancel(false);
		assertThat(this.shop.ledger.cancel(1)).isTrue();
	}

	@Test
	void aFloodOfReadsDoesNotBlockAWriterAndEachAnswerIsBounded() throws Exception {
		this.shop.leak("POST /" + "orders".repeat(200), 5_000);
		try (TimersServer server = TimersServer.start(TimersServer.Kind.TOMCAT, this.shop.ledger)) {
			AtomicInteger answers = new AtomicInteger();
			AtomicInteger longest = new AtomicInteger();
			List<CompletableFuture<Void>> readers = new ArrayList<>();
			for (String format : FORMATS) {
				readers.add(CompletableFuture.runAsync(() -> {
					while (!this.over.get()) {
						longest.accumulateAndGet(server.get(format).body().length, Math::max);
						answers.incrementAndGet();
					}
				}, A_THREAD_EACH));
			}
			scheduleAndCancel(1_000);
			long blockedBefore = blocked();
			int answersBefore = answers.get();
			do {
				scheduleAndCancel(1_000);
			}
			while (answers.get() < answersBefore + 60);
			assertThat(blocked()).isEqualTo(blockedBefore);
			this.over.set(true);
			CompletableFuture.allOf(readers.toArray(CompletableFuture<?>[]::new)).get(30, TimeUnit.SECONDS);
			assertThat(longest).hasValueLessThan(MEGABYTE);
			Totals totals = this.shop.ledger.read().totals();
			assertThat(totals.live()).isEqualTo(5_000);
			assertThat(totals.scheduled()).isEqualTo(totals.live() + totals.cancelled());
		}
	}

	/** How often this thread had to wait for a lock that another one held. */
	private static long blocked() {
		return ManagementFactory.getThreadMXBean().getThreadInfo(Thread.currentThread().getId()).getBlockedCount();
	}

	private void scheduleAndCancel(int times) {
		for (int i = 0; i < times; i++) {
			this.shop.orders.remind().cancel(false);
		}
	}

	@Test
	void pagesRepeatAndSkipNothingThatLivedThroughoutWhileTheRestComesAndGoes() {
		List<Future<?>> passing = new ArrayList<>();
		for (int i = 0; i < 300; i++) {
			this.shop.during(this.shop.ledger.application(), this.shop.orders::place);
			passing.add(this.shop.orders.remind());
		}
		try (TimersServer server = TimersServer.start(TimersServer.Kind.TOMCAT, this.shop.ledger)) {
			List<Long> seen = new ArrayList<>();
			int read = 0;
			for (String next = "0"; next != null;) {
				JsonNode page = server.json("?limit=25&after=" + next);
				for (JsonNode task : page.path("tasks")) {
					if (task.path("name").asString().endsWith("place")) {
						seen.add(Long.valueOf(task.path("id").asString()));
					}
				}
				next = page.path("page").path("next").asStringOpt().orElse(null);
				passing.subList(read * 10, Math.min(300, read * 10 + 10)).forEach((task) -> task.cancel(false));
				passing.add(this.shop.orders.remind());
				read++;
			}
			assertThat(seen).hasSize(300).isSorted().doesNotHaveDuplicates();
		}
	}

	private static boolean awaited(CountDownLatch latch) {
		try {
			return latch.await(30, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

}
