package io.timerscope.fleet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The command as a whole, and its ranking.
 */
class FleetTests {

	private final SimulatedInstances instances = start();

	@TempDir
	Path folder;

	@AfterEach
	void stop() {
		this.instances.close();
	}

	@Test
	void aLineOnMoreInstancesRanksBeforeOneThatIsLargerOnFewer() {
		this.instances.add("a", Said.nothing().leak("Orders.place", 42, 5000).leak("Carts.touch", 7, 3).answer());
		this.instances.add("b", Said.nothing().leak("Carts.touch", 7, 2).answer());
		assertThat(ran().out()).containsSubsequence("Carts.touch", "2 of 2", "5", "Orders.place", "1 of 2", "5000");
	}

	@Test
	void anOutageLeavesTheBaselineAsItIs() throws IOException {
		Path report = this.folder.resolve("report.json");
		this.instances.add("a", Said.nothing().leak("Orders.place", 42, 10).answer());
		assertThat(ran("--json", report.toString()).exit()).isZero();
		String before = Files.readString(report);
		Ran outage = Ran.fleet(List.of("http://localhost:1/actuator/timers"), "--baseline", report.toString(), "--json",
				report.toString());
		assertThat(outage.exit()).isEqualTo(2);
		assertThat(outage.err()).contains("stays as it is, since nobody answered", "no instance answered");
		assertThat(report).hasContent(before);
	}

	@ParameterizedTest
	@ValueSource(strings = { "null", "{\"totals\":{},\"findings\":[{}]}", "{\"totals\":{},\"findings\":[null]}",
			"{\"totals\":{},\"sites\":[{}]}" })
	void anAnswerThatIsNotTimerscopesEndsNothing(String answer) {
		this.instances.add("strange", SimulatedInstances.json(answer));
		this.instances.add("a", Said.nothing().leak("Orders.place", 42, 10).answer());
		Ran ran = ran();
		assertThat(ran.exit()).isZero();
		assertThat(ran.out()).contains("Orders.place", "the answer is not Timerscope's");
	}

	@ParameterizedTest
	@ValueSource(strings = { "null", "{}", "{\"lines\":[{}],\"problems\":[]}", "[1]" })
	void aBaselineThatIsNoReportIsRefused(String content) throws IOException {
		Path baseline = Files.writeString(this.folder.resolve("baseline.json"), content);
		this.instances.add("a", Said.nothing().answer());
		Ran ran = ran("--baseline", baseline.toString());
		assertThat(ran.exit()).isEqualTo(2);
		assertThat(ran.err()).contains("baseline.json is no report that --json has written");
	}

	@Test
	void whatIsNewCannotBeLimitedWithoutABaseline() {
		this.instances.add("a", Said.nothing().answer());
		Ran ran = ran("--max-new", "0");
		assertThat(ran.exit()).isEqualTo(2);
		assertThat(ran.err()).contains("--max-new needs --baseline");
	}

	@Test
	void ofTwoLinesOnAsManyInstancesTheUnevenOneRanksFirst() {
		this.instances.add("a", Said.nothing().leak("Orders.place", 42, 10).leak("Carts.touch", 7, 1).answer());
		this.instances.add("b", Said.nothing().leak("Orders.place", 42, 10).leak("Carts.touch", 7, 19).answer());
		Ran ran = ran();
		assertThat(ran.out()).containsSubsequence("Carts.touch", "20", "13.5", "Orders.place", "20", "10.0");
		assertThat(ran.exit()).isZero();
	}

	@Test
	void twoLinesOfOneMethodCountAnInstanceOnce() {
		this.instances.add("a", Said.nothing().leak("Orders.place", 42, 10).leak("Orders.place", 43, 5).answer());
		assertThat(ran().out()).containsOnlyOnce("Orders.place").contains("1 of 1").contains("15");
	}

	@Test
	void aLineThatMovedBetweenReleasesIsOneLine() {
		this.instances.add("a", Said.nothing().leak("Orders.place", 42, 10).answer());
		this.instances.add("b", Said.nothing().leak("Orders.place", 57, 20).answer());
		assertThat(ran().out()).containsOnlyOnce("Orders.place").contains("Orders.java:57").contains("2 of 2");
	}

	@Test
	void anOlderVersionIsMergedByClassAndMethodAndListed() {
		String old = this.instances.add("old", Said.nothing().oldLeak("Orders.place", 40, 7).answer());
		this.instances.add("a", Said.nothing().leak("Orders.place", 42, 10).answer());
		assertThat(ran().out()).containsOnlyOnce("Orders.place")
			.contains("2 of 2", "17", "2 answered (1 of an older version)")
			.containsSubsequence("Of an older version", old);
	}

	@Test
	void whatOnlyOlderVersionsHaveIsShownToo() {
		this.instances.add("a", Said.nothing().oldLeak("Orders.place", 40, 7).answer());
		this.instances.add("b", Said.nothing().oldLeak("Orders.place", 40, 8).answer());
		assertThat(ran().out()).contains("Orders.place").contains("2 of 2");
	}

	@Test
	void aLineLeaksSinceItFirstDidOnAnyInstance() {
		this.instances.add("a",
				Said.nothing()
					.leak("Orders.place", 42, 10)
					.finding("outlived-request", "leak", "Orders.place", 42, 10, "2026-11-26T09:00:00Z")
					.answer());
		this.instances.add("b",
				Said.nothing()
					.leak("Orders.place", 42, 3)
					.finding("outlived-request", "leak", "Orders.place", 42, 3, "2026-11-25T23:59:59.5Z")
					.answer());
		assertThat(ran().out()).contains("2026-11-25T23:59:59.5Z").doesNotContain("2026-11-26T09:00:00Z");
	}

	@Test
	void otherFindingsAreMergedAndNoticesLeftOut() {
		for (String name : List.of("a", "b")) {
			this.instances.add(name,
					Said.nothing()
						.finding("dead", "problem", "Report.nightly", 20, 1, "2026-11-26T09:00:00Z")
						.finding("outliving", "notice", "Reminders.remind", 37, 4, "2026-11-26T09:00:00Z")
						.answer());
		}
		assertThat(ran().out()).contains("No line leaks.")
			.containsSubsequence("Other findings:", "Report.nightly", "dead", "2 of 2")
			.doesNotContain("Reminders");
	}

	@Test
	void whatABaselineDoesNotHaveIsNewAndWhatIsNoMoreIsGone() throws IOException {
		String report = this.folder.resolve("report.json").toString();
		this.instances.add("a", Said.nothing().leak("Orders.place", 42, 10).leak("Carts.touch", 7, 1).answer());
		assertThat(ran("--baseline", report, "--json", report, "--max-new", "0").err())
			.contains("no baseline " + report + " yet");
		String firstSeen = Files.readString(Path.of(report)).replaceAll("(?s).*\"firstSeen\" : \"([^\"]*)\".*", "$1");

		this.instances.add("a", Said.nothing().leak("Orders.place", 44, 11).leak("Prices.watch", 9, 1).answer());
		Ran second = ran("--baseline", report, "--json", report, "--max-new", "0");
		assertThat(second.out()).containsPattern("new +com.acme.Prices.watch")
			.doesNotContainPattern("new +com.acme.Orders.place")
			.contains("No longer leaks: com.acme.Carts.touch");
		assertThat(second.exit()).isOne();
		assertThat(second.err()).contains("1 lines leak that did not before");
		assertThat(Files.readString(Path.of(report))).contains("\"firstSeen\" : \"" + firstSeen + "\"");
	}

	@Test
	void aLineOfASilentInstanceIsNeitherGoneNorNewOnceTheInstanceAnswers() {
		String report = this.folder.resolve("report.json").toString();
		String[] nightly = { "--baseline", report, "--json", report, "--max-new", "0" };
		SimulatedInstances.Answer leaking = Said.nothing()
			.leak("Orders.place", 42, 10)
			.finding("dead", "problem", "Report.nightly", 20, 1, "2026-11-26T09:00:00Z")
			.answer();
		this.instances.add("a", leaking);
		this.instances.add("b", Said.nothing().answer());
		ran(nightly);

		this.instances.add("a", SimulatedInstances.status(503));
		for (int night = 0; night < 2; night++) {
			assertThat(ran(nightly).out()).doesNotContain("No longer leaks")
				.contains("May still be there, since an instance that had it did not answer: com.acme.Orders.place")
				.contains("Report.nightly", "dead");
		}
		this.instances.add("a", leaking);
		Ran again = ran(nightly);
		assertThat(again.exit()).isZero();
		assertThat(again.out()).contains("com.acme.Orders.place").doesNotContain("new", "May still");

		this.instances.add("a", Said.nothing().answer());
		this.instances.add("b", SimulatedInstances.status(503));
		assertThat(ran(nightly).out()).contains("No longer leaks: com.acme.Orders.place").doesNotContain("May still");
	}

	@Test
	void aLineIsNotNewBecauseAnInstanceWasUpdated() {
		String report = this.folder.resolve("report.json").toString();
		this.instances.add("a", Said.nothing().oldLeak("Orders.place", 40, 7).answer());
		ran("--json", report);
		this.instances.add("a", Said.nothing().leak("Orders.place", 42, 7).answer());
		assertThat(ran("--baseline", report, "--max-new", "0").exit()).isZero();
	}

	@Test
	void eachLimitHasItsSentence() {
		this.instances.add("a", Said.nothing().leak("Orders.place", 42, 10).answer());
		this.instances.add("b", SimulatedInstances.status(404));
		assertThat(ran("--max-instances", "1", "--max-leaked", "10", "--max-silent", "1").exit()).isZero();
		Ran over = ran("--max-instances", "0", "--max-leaked", "9", "--max-silent", "0");
		assertThat(over.exit()).isOne();
		assertThat(over.err()).contains("leaks on 1 instances (--max-instances 0)",
				"has 10 leaked tasks (--max-leaked 9)", "1 instances did not answer (--max-silent 0)");
	}

	@Test
	void theOwnerIsTheOneInCodeowners() throws IOException {
		Path file = Files.writeString(this.folder.resolve("CODEOWNERS"),
				"* @acme/core\n/src/main/java/com/acme/ @acme/shop\n");
		this.instances.add("a", Said.nothing().leak("Orders.place", 42, 10).answer());
		assertThat(ran("--codeowners", file.toString()).out()).contains("@acme/shop").doesNotContain("@acme/core");
	}

	@Test
	void markdownHasTheTableTheEvidenceAndTheWorstInstances() throws IOException {
		Path page = this.folder.resolve("report.md");
		String worst = this.instances.add("a",
				Said.nothing()
					.leak("Orders.place", 42, 10)
					.finding("outlived-request", "leak", "Orders.place", 42, 10, "2026-11-26T09:00:00Z")
					.answer());
		ran("--markdown", page.toString());
		assertThat(Files.readString(page)).contains(
				"| `com.acme.Orders.place(Orders.java:42)` | 1 of 1 | 10 | 10.0 | 2026-11-26T09:00:00Z | – |  |",
				"Worst: `" + worst + "` (10). First reported ", "seen by 10.", "Next step: end it.");
	}

	@Test
	void whatAnInstanceSaysControlsNeitherTerminalNorPage() throws IOException {
		Path page = this.folder.resolve("report.md");
		this.instances.add("a",
				SimulatedInstances.json(Said.nothing()
					.leak("Orders.place", 42, 10)
					.json()
					.replace("com.acme.Orders", "com.acme.\\u001b[31m<b>|\\u202e`Orders")));
		String out = ran("--markdown", page.toString()).out();
		assertThat(out).contains("com.acme. [31m<b>| `Orders").doesNotContain("\u001b", "\u202e");
		assertThat(Files.readString(page)).contains("`com.acme. [31m<b>\\| 'Orders.place").doesNotContain("\u001b");
	}

	@Test
	void progressIsToldWhileItRuns() {
		for (int i = 0; i < 20; i++) {
			this.instances.add("i" + i, Said.nothing().answer());
		}
		assertThat(ran().err().lines()).hasSize(11)
			.startsWith("Asking 20 instances", "2 of 20 asked, 0 without an answer")
			.endsWith("20 of 20 asked, 0 without an answer");
	}

	@Test
	void withoutATargetOrWithAnUnknownOptionItSaysWhatItTakes() {
		assertThat(ran()).satisfies((it) -> assertThat(it.exit()).isEqualTo(2))
			.satisfies((it) -> assertThat(it.err()).contains("there is no instance to ask"));
		assertThat(ran("--insecure")).satisfies((it) -> assertThat(it.exit()).isEqualTo(2))
			.satisfies((it) -> assertThat(it.err()).contains("--insecure", "--truststore"));
		assertThat(ran("--targets", "missing.json").err()).contains("there is no file missing.json");
		assertThat(ran("ftp://a:1").err()).contains("'ftp://a:1' is no address of an instance");
		assertThat(ran("--timeout", "soon", "a:1").err()).contains("no duration such as 500ms, 5s or 1m");
	}

	private Ran ran(String... options) {
		return Ran.fleet(this.instances.urls().stream().distinct().toList(), options);
	}

	private static SimulatedInstances start() {
		try {
			return new SimulatedInstances();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
