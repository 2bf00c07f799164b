package io.timerscope.fleet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

import org.jspecify.annotations.Nullable;

/**
 * The profiles of all instances as one: what agrees in stack and labels is added up. Its
 * size is bounded by the size of the code. Used by one thread at a time.
 */
final class MergedProfile {

	private final Map<Profile.Key, long[]> samples = new LinkedHashMap<>();

	private final Map<String, Long> strings = new LinkedHashMap<>();

	private final Map<Profile.Frame, Long> locations = new LinkedHashMap<>();

	private final Map<List<String>, Long> functions = new LinkedHashMap<>();

	private @Nullable List<Profile.Type> types;

	private int profiles;

	/**
	 * Adds what one instance gave.
	 * @return whether it was a profile that fits the others
	 */
	boolean add(byte[] gzipped) {
		try {
			Profile profile = Profile.read(gzipped);
			if (this.types == null) {
				this.types = profile.types();
			}
			if (!profile.types().equals(this.types)) {
				return false;
			}
			for (Profile.Sample sample : profile.samples()) {
				long[] sum = this.samples.computeIfAbsent(sample.key(), (it) -> new long[sample.values().size()]);
				for (int i = 0; i < sum.length; i++) {
					sum[i] += sample.values().get(i);
				}
			}
			this.profiles++;
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	/** How many profiles are in it. */
	int profiles() {
		return this.profiles;
	}

	/** The whole as a gzipped {@code profile.proto}. */
	byte[] toByteArray(Instant time) throws IOException {
		WireWriter profile = new WireWriter();
		string("");
		for (Profile.Type type : (this.types == null) ? List.<Profile.Type>of() : this.types) {
			profile.message(1, type(type.name(), type.unit()));
		}
		this.samples.forEach((key, values) -> profile.message(2, sample(key, values)));
		this.locations.forEach((frame, id) -> profile.message(4, new WireWriter().number(1, id)
			.message(4, new WireWriter().number(1, function(frame)).number(2, frame.line()))));
		this.functions.forEach((names, id) -> profile.message(5,
				new WireWriter().number(1, id)
					.number(2, string(names.get(0)))
					.number(3, string(names.get(0)))
					.number(4, string(names.get(1)))));
		profile.number(14, string(shownFirst()));
		profile.number(9, time.getEpochSecond() * 1_000_000_000L + time.getNano());
		profile.message(11, type("timers", "count"));
		profile.number(12, 1);
		this.strings.keySet().forEach((text) -> profile.text(6, text));
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (OutputStream gzip = new GZIPOutputStream(out)) {
			gzip.write(profile.toByteArray());
		}
		return out.toByteArray();
	}

	/** As in the profile of one instance: leaks, if there are any. */
	private String shownFirst() {
		List<String> names = (this.types == null) ? List.of() : this.types.stream().map(Profile.Type::name).toList();
		int leaked = names.indexOf("leaked");
		boolean leaks = leaked >= 0 && this.samples.values().stream().anyMatch((values) -> values[leaked] > 0);
		return leaks ? "leaked" : names.isEmpty() ? "" : names.get(0);
	}

	private WireWriter type(String name, String unit) {
		return new WireWriter().number(1, string(name)).number(2, string(unit));
	}

	private WireWriter sample(Profile.Key key, long[] values) {
		List<Long> stack = key.frames().stream().map(this::location).toList();
		List<Long> numbers = new ArrayList<>();
		for (long value : values) {
			numbers.add(value);
		}
		WireWriter sample = new WireWriter().numbers(1, stack).numbers(2, numbers);
		key.labels().forEach((name, value) -> sample.message(3, type(name, value)));
		return sample;
	}

	private long location(Profile.Frame frame) {
		return this.locations.computeIfAbsent(frame, (it) -> this.locations.size() + 1L);
	}

	private long function(Profile.Frame frame) {
		return this.functions.computeIfAbsent(List.of(frame.function(), frame.file()),
				(it) -> this.functions.size() + 1L);
	}

	private long string(String text) {
		return this.strings.computeIfAbsent(text, (it) -> (long) this.strings.size());
	}

}
