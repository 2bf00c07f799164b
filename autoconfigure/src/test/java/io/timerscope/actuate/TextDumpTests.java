package io.timerscope.actuate;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import com.acme.orders.OrderController;
import io.timerscope.ledger.TaskLedger;
import io.timerscope.outside.OutsideGroup;
import io.timerscope.outside.OutsideKind;
import io.timerscope.recent.LastHour;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.scheduler.Schedulers;

import static org.assertj.core.api.Assertions.assertThat;

class TextDumpTests {

	private static final List<OutsideGroup> OUTSIDE = List.of(new OutsideGroup("HikariPool-1:housekeeper", 1,
			OutsideKind.POOL, "HikariCP", "bean dataSource, field pool", null),
			new OutsideGroup("order-#", 3, OutsideKind.POOL, null, null, null));

	private final Shop shop = new Shop();

	private final LastHour hour = new LastHour(this.shop.ledger);

	@AfterEach
	void close() {
		this.shop.close();
	}

	@Test
	void liveAndLeakedStandOnTop() {
		assertThat(dump(List.of())).isEqualTo("# live 0, leaked 0\n");
	}

	@Test
	void leaksComeFirstAndEachSiteOnce() {
		this.shop.orders.remind();
		this.shop.orders.remind();
		this.shop.orders.remind();
		this.shop.request("POST /orders", 1);
		this.shop.leak("PUT /orders", 1);
		this.shop.pass(Duration.ofMinutes(1));
		List<String> lines = dump(List.of()).lines().toList();
		assertThat(lines).startsWith("# live 5, leaked 2",
				"# since 2026-11-23T10:13:31Z: 5 scheduled, 2 leaked, 0 recovered, 0 died; findings: 0 raised, 0",
				"# resolved", "", "2 @ taskScheduler outlived-request", "#\t" + OrderController.PLACE);
		assertThat(lines).contains("# for request POST /orders, request PUT /orders; the oldest is 1 min 30 s old",
				"3 @ taskScheduler", "# for application shop; the oldest is 1 min 30 s old");
	}

	@Test
	void aLineOfALibrarySaysThatItsStackIsOneOfSeveral() {
		Disposable eviction = Schedulers.fromExecutorService(this.shop.scheduler).schedule(() -> {
		}, 1, TimeUnit.HOURS);
		this.shop.orders.remind();
		assertThat(dump(List.of())).containsPattern("#\treactor\\.core\\.[\\s\\S]*"
				+ "# for application shop; the oldest is 0 ms old; this is one of the stacks that lead to that line\n")
			.contains("# for application shop; the oldest is 0 ms old\n");
		eviction.dispose();
	}

	@Test
	void noLineIsLongerThanAHundredColumns() {
		this.shop.leak("POST /orders/" + "very-long-path/".repeat(4), 1);
		String sentence = "this is said at great length ".repeat(12).strip();
		String dump = dump(List.of(new FindingDescriptor("f1", "outlived-request", "leak", "9c1f0a7be2d4",
				OrderController.PLACE, "taskScheduler", 1, "2026-11-23T10:14:01Z", "stale", sentence, sentence, null)));
		assertThat(dump).contains("# leak outlived-request: " + OrderController.PLACE);
		assertThat(dump.lines().map((line) -> line.replace("\t", "        "))).allMatch((line) -> line.length() <= 100);
	}

	@Test
	void noControlCharacterReachesTheTerminal() {
		this.shop.leak("GET /x\r\n# live 0\u001b[2J\u0007", 1);
		String forged = "x\r\n# live 0\u001b[2J\u0007";
		String dump = dump(List.of(new FindingDescriptor("f1", "outlived-request", "leak", "9c1f0a7be2d4", forged,
				forged, 1, "2026-11-23T10:14:01Z", "stale", forged, forged, null)));
		assertThat(dump.chars().filter(Character::isISOControl).filter((it) -> it != '\n' && it != '\t')).isEmpty();
		assertThat(dump.lines().filter((line) -> line.startsWith("# live "))).hasSize(1);
	}

	@Test
	void gapsOfTheAttributionAreNamed() {
		this.shop.ledger.attribution().partial("some requests are missing; set spring.some.property=auto");
		assertThat(dump(List.of())).isEqualTo("""
				# live 0, leaked 0
				# attribution is partial: some requests are missing; set spring.some.property=auto
				""");
	}

	@Test
	void whatRunsTimersOutsideIsListed() {
		assertThat(TextDump.of(this.shop.ledger, List.of(), OUTSIDE, this.hour.read())).isEqualTo("""
				# live 0, leaked 0
				# timers outside the tracked schedulers: HikariPool-1:housekeeper (HikariCP), order-# ×3
				""");
	}

	@Test
	void anApplicationWithoutASchedulerIsToldSo() {
		TaskLedger empty = TaskLedger.builder().build();
		assertThat(TextDump.of(empty, List.of(), OUTSIDE, this.hour.read()).replaceAll("\n# ", " ")).contains(
				"no TaskScheduler or ScheduledExecutorService bean was found, so no task is tracked; timers outside: "
						+ "HikariPool-1:housekeeper (HikariCP), order-# ×3");
		assertThat(TextDump.of(empty, List.of(), List.of(), this.hour.read()).replaceAll("\n# ", " "))
			.contains("timers outside: none");
	}

	@Test
	void theLastHourIsThereOnceSomethingHappened() {
		this.shop.leak("POST /orders", 2);
		assertThat(dump(List.of()).replaceAll("\n# ", " ")).contains("since 2026-11-23T10:13:31Z: 2 scheduled, "
				+ "2 leaked, 0 recovered, 0 died; findings: 0 raised, 0 resolved");
	}

	private String dump(List<FindingDescriptor> findings) {
		return TextDump.of(this.shop.ledger, findings, List.of(), this.hour.read());
	}

}
