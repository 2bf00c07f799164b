package io.timerscope.actuate;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import com.acme.orders.OrderController;
import io.timerscope.ledger.LedgerReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class TimersProfileTests {

	private final Shop shop = new Shop();

	@AfterEach
	void close() {
		this.shop.close();
	}

	@Test
	void aGroupOfTasksIsASampleWithItsCountsAndLabels() throws Exception {
		this.shop.leak("POST /orders", 2);
		this.shop.orders.remind();
		this.shop.pass(Duration.ofSeconds(30));
		Decoded profile = new Decoded(profile());
		assertThat(profile.text(profile.number(14))).isEqualTo("leaked");
		assertThat(profile.messages(1).map((type) -> profile.text(type.number(1)) + "/" + profile.text(type.number(2))))
			.containsExactly("live/count", "leaked/count", "age/seconds");
		List<Decoded> samples = profile.messages(2).toList();
		assertThat(samples.get(0).packed(2)).containsExactly(2L, 2L, 120L);
		assertThat(samples.get(1).packed(2)).containsExactly(1L, 0L, 30L);
		assertThat(profile.labels(samples.get(0))).containsExactly("scheduler=taskScheduler",
				"owner=request:POST /orders", "leak=outlived-request");
		assertThat(samples.get(1).messages(3)).hasSize(2);
		assertThat(profile.frame(samples.get(0).packed(1).get(0))).isEqualTo(OrderController.PLACE);
	}

	@Test
	void withoutLeaksTheLiveTasksAreShownFirst() throws Exception {
		this.shop.orders.remind();
		Decoded profile = new Decoded(profile());
		assertThat(profile.text(profile.number(14))).isEqualTo("live");
	}

	@Test
	void goToolPprofNamesTheLeakingLineFirst(@TempDir Path folder) throws Exception {
		ExternalTool.GO.required();
		this.shop.leak("POST /orders", 2);
		this.shop.orders.remind();
		Path file = Files.write(folder.resolve("timers.pb.gz"), profile());
		String top = run(folder, "go", "tool", "pprof", "-top", "-lines", file.toString());
		assertThat(top).contains("Type: leaked").contains("Showing nodes accounting for 2");
		String first = top.lines().dropWhile((line) -> !line.contains("flat%")).skip(1).findFirst().orElse("");
		assertThat(first).contains("com.acme.orders.OrderController.place").contains("OrderController.java:22");
		assertThat(run(folder, "go", "tool", "pprof", "-tags", file.toString())).contains("outlived-request")
			.contains("request:POST /orders")
			.contains("taskScheduler");
		assertThat(run(folder, "go", "tool", "pprof", "-sample_index=age", "-tree", file.toString()))
			.contains("Type: age");
	}

	@Test
	void byDefaultOwnersAreNamedByTheirKindsAndTheSeriesAreAsManyAsTheLines() throws Exception {
		for (int route = 0; route < 50; route++) {
			this.shop.leak("POST /orders/" + route, 2);
		}
		Decoded profile = new Decoded(profile(ProfileOwners.KINDS));
		assertThat(profile.messages(2)).singleElement().satisfies((sample) -> {
			assertThat(sample.packed(2).subList(0, 2)).containsExactly(100L, 100L);
			assertThat(profile.labels(sample)).containsExactly("scheduler=taskScheduler", "owner=request",
					"leak=outlived-request");
		});
		assertThat(new Decoded(profile(ProfileOwners.NAMES)).messages(2)).hasSize(50);
	}

	/**
	 * What Grafana Alloy, Parca and the OpenTelemetry Collector refuse, or stumble over.
	 */
	@Test
	void whatScrapersOfProfilesAskForIsThere() throws Exception {
		this.shop.leak("POST /orders", 2);
		this.shop.orders.remind();
		this.shop.pass(Duration.ofSeconds(30));
		byte[] bytes = profile(ProfileOwners.KINDS);
		assertThat(bytes).startsWith(0x1f, 0x8b);
		Decoded profile = new Decoded(bytes);
		assertThat(profile.text(0)).isEmpty();
		Decoded period = profile.messages(11).findFirst().orElseThrow();
		assertThat(profile.text(period.number(1)) + "/" + profile.text(period.number(2))).isEqualTo("timers/count");
		assertThat(profile.number(12)).isOne();
		assertThat(profile.number(9)).isPositive();
		assertThat(profile.number(10)).isZero();
		assertThat(profile.messages(1))
			.allSatisfy((type) -> assertThat(profile.text(type.number(1))).matches("[a-z]+"));
		assertThat(profile.messages(2)).hasSizeLessThan(16_000).allSatisfy((sample) -> {
			assertThat(sample.packed(1)).isNotEmpty();
			assertThat(sample.packed(2)).hasSize(3).allMatch((value) -> value >= 0).anyMatch((value) -> value > 0);
			assertThat(profile.labels(sample)).hasSizeBetween(2, 3).allMatch((label) -> label.matches("[a-z]+=.+"));
		});
		for (int table : new int[] { 4, 5 }) {
			List<Long> ids = profile.messages(table).map((it) -> it.number(1)).toList();
			assertThat(ids).isEqualTo(LongStream.rangeClosed(1, ids.size()).boxed().toList());
		}
	}

	private byte[] profile() {
		return profile(ProfileOwners.NAMES);
	}

	private byte[] profile(ProfileOwners owners) {
		LedgerReader ledger = this.shop.ledger.read();
		return TimersProfile.of(ledger.groups(), owners, ledger.time());
	}

	private static String run(Path folder, String... command) throws IOException, InterruptedException {
		File out = folder.resolve("out").toFile();
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out);
		builder.environment().putIfAbsent("HOME", folder.toString());
		Process process = builder.start();
		assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
		String text = Files.readString(out.toPath());
		assertThat(process.exitValue()).as(text).isZero();
		return text;
	}

	/** A message read field by field, independent of how it was written. */
	private static final class Decoded {

		private final Map<Integer, List<Object>> fields = new TreeMap<>();

		Decoded(byte[] gzipped) throws IOException {
			this(ByteBuffer.wrap(new GZIPInputStream(new ByteArrayInputStream(gzipped)).readAllBytes()));
		}

		private Decoded(ByteBuffer bytes) {
			while (bytes.hasRemaining()) {
				long tag = varint(bytes);
				Object value = varint(bytes);
				if ((tag & 7) == 2) {
					byte[] content = new byte[((Long) value).intValue()];
					bytes.get(content);
					value = content;
				}
				this.fields.computeIfAbsent((int) (tag >> 3), (key) -> new ArrayList<>()).add(value);
			}
		}

		private static long varint(ByteBuffer bytes) {
			long value = 0;
			for (int shift = 0;; shift += 7) {
				byte next = bytes.get();
				value |= (long) (next & 0x7F) << shift;
				if (next >= 0) {
					return value;
				}
			}
		}

		long number(int field) {
			return (long) this.fields.getOrDefault(field, List.of(0L)).get(0);
		}

		Stream<Decoded> messages(int field) {
			return this.fields.getOrDefault(field, List.of())
				.stream()
				.map((bytes) -> new Decoded(ByteBuffer.wrap((byte[]) bytes)));
		}

		List<Long> packed(int field) {
			ByteBuffer bytes = ByteBuffer.wrap((byte[]) this.fields.get(field).get(0));
			List<Long> numbers = new ArrayList<>();
			while (bytes.hasRemaining()) {
				numbers.add(varint(bytes));
			}
			return numbers;
		}

		List<String> labels(Decoded sample) {
			return sample.messages(3).map((label) -> text(label.number(1)) + "=" + text(label.number(2))).toList();
		}

		String text(long index) {
			return new String((byte[]) this.fields.get(6).get((int) index), StandardCharsets.UTF_8);
		}

		String frame(long id) {
			Decoded location = byId(4, id);
			Decoded line = location.messages(4).findFirst().orElseThrow();
			Decoded function = byId(5, line.number(1));
			return text(function.number(2)) + "(" + text(function.number(4)) + ":" + line.number(2) + ")";
		}

		private Decoded byId(int field, long id) {
			return messages(field).filter((it) -> it.number(1) == id).findFirst().orElseThrow();
		}

	}

}
