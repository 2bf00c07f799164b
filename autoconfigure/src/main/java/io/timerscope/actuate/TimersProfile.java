package io.timerscope.actuate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

import io.timerscope.snapshot.LiveGroup;
import io.timerscope.threads.VirtualThreadDump;
import io.timerscope.threads.VirtualThreadGroup;

/**
 * The live tasks as a gzipped {@code profile.proto}, which {@code go tool pprof} and its
 * like open. A frame is a location, a group of tasks a sample.
 */
final class TimersProfile {

	private static final int SAMPLE_TYPE = 1;

	private static final int SAMPLE = 2;

	private static final int LOCATION = 4;

	private static final int FUNCTION = 5;

	private static final int STRING_TABLE = 6;

	private static final int TIME_NANOS = 9;

	private static final int PERIOD_TYPE = 11;

	private static final int PERIOD = 12;

	private static final int DEFAULT_SAMPLE_TYPE = 14;

	private final ProtobufMessage profile = new ProtobufMessage();

	private final Map<String, Long> strings = new LinkedHashMap<>();

	private final Map<StackTraceElement, Long> locations = new LinkedHashMap<>();

	private final Map<FunctionKey, Long> functions = new LinkedHashMap<>();

	private TimersProfile() {
		string("");
	}

	static byte[] of(List<LiveGroup> all, ProfileOwners owners, Instant time) {
		List<LiveGroup> groups = owners.fold(all);
		TimersProfile profile = new TimersProfile();
		profile.sampleType("live", "count");
		profile.sampleType("leaked", "count");
		profile.sampleType("age", "seconds");
		groups.forEach(profile::sample);
		profile.finish("timers", groups.stream().anyMatch((group) -> group.leak() != null) ? "leaked" : "live", time);
		return gzip(profile.profile.toByteArray());
	}

	/** Virtual threads by their stacks. */
	static byte[] ofThreads(VirtualThreadDump dump) {
		TimersProfile profile = new TimersProfile();
		profile.sampleType("threads", "count");
		profile.sampleType("sleeping", "count");
		for (VirtualThreadGroup group : dump.groups()) {
			long[] stack = group.stack().stream().mapToLong(profile::location).toArray();
			profile.profile.message(SAMPLE, new ProtobufMessage().numbers(1, stack)
				.numbers(2, group.count(), group.sleeping() ? group.count() : 0));
		}
		profile.finish("threads", "threads", dump.time());
		return gzip(profile.profile.toByteArray());
	}

	private void sampleType(String type, String unit) {
		this.profile.message(SAMPLE_TYPE, type(type, unit));
	}

	private ProtobufMessage type(String type, String unit) {
		return new ProtobufMessage().number(1, string(type)).number(2, string(unit));
	}

	private void sample(LiveGroup group) {
		long[] stack = CreationStack.of(group.site()).stream().mapToLong(this::location).toArray();
		ProtobufMessage sample = new ProtobufMessage();
		sample.numbers(1, stack);
		sample.numbers(2, group.count(), (group.leak() == null) ? 0 : group.count(), group.totalAge().toSeconds());
		sample.message(3, label("scheduler", group.scheduler()));
		sample.message(3, label("owner", CreationStack.ownerOf(group)));
		if (group.leak() != null) {
			sample.message(3, label("leak", group.leak().label()));
		}
		this.profile.message(SAMPLE, sample);
	}

	private ProtobufMessage label(String key, String value) {
		return new ProtobufMessage().number(1, string(key)).number(2, string(value));
	}

	private long location(StackTraceElement frame) {
		Long known = this.locations.get(frame);
		if (known != null) {
			return known;
		}
		long id = this.locations.size() + 1L;
		this.locations.put(frame, id);
		ProtobufMessage line = new ProtobufMessage().number(1, function(frame))
			.number(2, Math.max(0, frame.getLineNumber()));
		this.profile.message(LOCATION, new ProtobufMessage().number(1, id).message(4, line));
		return id;
	}

	private long function(StackTraceElement frame) {
		String name = frame.getClassName() + "." + frame.getMethodName();
		FunctionKey key = new FunctionKey(name, (frame.getFileName() == null) ? "" : frame.getFileName());
		Long known = this.functions.get(key);
		if (known != null) {
			return known;
		}
		long id = this.functions.size() + 1L;
		this.functions.put(key, id);
		this.profile.message(FUNCTION,
				new ProtobufMessage().number(1, id)
					.number(2, string(key.name()))
					.number(3, string(key.name()))
					.number(4, string(key.file())));
		return id;
	}

	private long string(String text) {
		return this.strings.computeIfAbsent(text, (it) -> (long) this.strings.size());
	}

	private void finish(String period, String defaultSampleType, Instant time) {
		this.profile.number(DEFAULT_SAMPLE_TYPE, string(defaultSampleType));
		this.profile.message(PERIOD_TYPE, type(period, "count"));
		this.profile.number(PERIOD, 1);
		this.profile.number(TIME_NANOS, time.getEpochSecond() * 1_000_000_000L + time.getNano());
		this.strings.keySet().forEach((text) -> this.profile.text(STRING_TABLE, text));
	}

	private static byte[] gzip(byte[] bytes) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
			gzip.write(bytes);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return out.toByteArray();
	}

	private record FunctionKey(String name, String file) {
	}

}
