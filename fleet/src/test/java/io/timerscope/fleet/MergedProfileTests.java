package io.timerscope.fleet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MergedProfile}.
 */
class MergedProfileTests {

	private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");

	@Test
	void whatAgreesInStackAndLabelsIsAddedUp() throws IOException {
		MergedProfile merged = new MergedProfile();
		assertThat(merged.add(profile("place", "request", 3, 2))).isTrue();
		assertThat(merged.add(profile("place", "request", 4, 1))).isTrue();
		assertThat(merged.add(profile("place", "bean", 5, 0))).isTrue();
		assertThat(merged.add(profile("touch", "request", 6, 6))).isTrue();
		assertThat(merged.profiles()).isEqualTo(4);
		Profile read = Profile.read(merged.toByteArray(NOW));
		assertThat(read.types()).containsExactly(new Profile.Type("live", "count"),
				new Profile.Type("leaked", "count"));
		assertThat(read.samples()).containsExactly(sample("place", "request", 7, 3), sample("place", "bean", 5, 0),
				sample("touch", "request", 6, 6));
	}

	@Test
	void leaksAreShownFirstIfThereAreAny() throws IOException {
		MergedProfile merged = new MergedProfile();
		merged.add(profile("place", "request", 3, 0));
		assertThat(shownFirst(merged)).isEqualTo("live");
		merged.add(profile("touch", "request", 3, 2));
		assertThat(shownFirst(merged)).isEqualTo("leaked");
	}

	private static String shownFirst(MergedProfile merged) throws IOException {
		byte[] bytes = new GZIPInputStream(new ByteArrayInputStream(merged.toByteArray(NOW))).readAllBytes();
		List<String> strings = new ArrayList<>();
		long first = 0;
		for (WireReader it = new WireReader(bytes); it.next();) {
			if (it.field() == 6) {
				strings.add(it.text());
			}
			first = (it.field() == 14) ? it.number() : first;
		}
		return strings.get((int) first);
	}

	@Test
	void itsSizeDoesNotGrowWithTheInstances() throws IOException {
		MergedProfile merged = new MergedProfile();
		merged.add(profile("place", "request", 1, 1));
		int one = merged.toByteArray(NOW).length;
		for (int i = 0; i < 1_000; i++) {
			merged.add(profile("place", "request", 1, 1));
		}
		assertThat(merged.toByteArray(NOW).length).isLessThan(one + 16);
	}

	@Test
	void whatIsNoProfileIsLeftOut() throws IOException {
		MergedProfile merged = new MergedProfile();
		byte[] good = profile("place", "request", 3, 2);
		assertThat(merged.add("<html>".getBytes(StandardCharsets.US_ASCII))).isFalse();
		assertThat(merged.add(gzip(new byte[] { 8, -1 }))).isFalse();
		assertThat(merged.add(Arrays.copyOf(good, good.length / 2))).isFalse();
		assertThat(
				merged.add(gzip(new WireWriter().message(2, new WireWriter().numbers(1, List.of(9L))).toByteArray())))
			.isFalse();
		assertThat(merged.profiles()).isZero();
		assertThat(Profile.read(merged.toByteArray(NOW)).samples()).isEmpty();
	}

	@Test
	void theCommandWritesOneProfileOfAllInstances(@TempDir Path folder) throws IOException {
		Path file = folder.resolve("fleet.pb.gz");
		try (SimulatedInstances instances = new SimulatedInstances()) {
			instances.add("a", SimulatedInstances.json(Said.nothing().json(), profile("place", "request", 3, 2)));
			instances.add("b", SimulatedInstances.json(Said.nothing().json(), profile("place", "request", 4, 1)));
			instances.add("c", Said.nothing().answer());
			assertThat(Ran.fleet(instances.urls(), "--profile", file.toString()).err())
				.contains("The profile has 2 of 3 instances");
		}
		assertThat(Profile.read(Files.readAllBytes(file)).samples()).containsExactly(sample("place", "request", 7, 3));
	}

	private static Profile.Sample sample(String method, String owner, long live, long leaked) {
		return new Profile.Sample(
				new Profile.Key(List.of(new Profile.Frame("com.acme.Orders." + method, "Orders.java", 42),
						new Profile.Frame("com.acme.Web.handle", "Web.java", 7)), Map.of("owner", owner)),
				List.of(live, leaked));
	}

	/** A profile whose tables come last, and whose numbers are not packed. */
	private static byte[] profile(String method, String owner, long live, long leaked) throws IOException {
		List<String> strings = List.of("", "live", "count", "leaked", "owner", owner, "com.acme.Orders." + method,
				"Orders.java", "com.acme.Web.handle", "Web.java");
		WireWriter profile = new WireWriter().message(1, new WireWriter().number(1, 1).number(2, 2))
			.message(1, new WireWriter().number(1, 3).number(2, 2))
			.message(2,
					new WireWriter().number(1, 11)
						.number(1, 12)
						.number(2, live)
						.number(2, leaked)
						.message(3, new WireWriter().number(1, 4).number(2, 5)))
			.message(4, new WireWriter().number(1, 11).message(4, new WireWriter().number(1, 21).number(2, 42)))
			.message(4, new WireWriter().number(1, 12).message(4, new WireWriter().number(1, 22).number(2, 7)))
			.message(5, new WireWriter().number(1, 21).number(2, 6).number(4, 7))
			.message(5, new WireWriter().number(1, 22).number(2, 8).number(4, 9));
		strings.forEach((text) -> profile.text(6, text));
		return gzip(profile.toByteArray());
	}

	private static byte[] gzip(byte[] bytes) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
			gzip.write(bytes);
		}
		return out.toByteArray();
	}

}
