package io.timerscope.fleet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * A profile as one instance gives it, in words instead of numbers.
 *
 * @param types names and units of the values
 * @param samples what was counted
 */
record Profile(List<Type> types, List<Sample> samples) {

	private static final int MOST_BYTES = 16 * 1024 * 1024;

	/**
	 * Reads a gzipped {@code profile.proto}.
	 * @throws IOException if it is none
	 */
	static Profile read(byte[] gzipped) throws IOException {
		try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzipped))) {
			byte[] bytes = in.readNBytes(MOST_BYTES);
			if (in.read() >= 0) {
				throw new IOException("the profile is larger than " + MOST_BYTES + " bytes");
			}
			return new Reading(bytes).profile();
		}
		catch (IllegalArgumentException | IndexOutOfBoundsException ex) {
			throw new IOException("no profile", ex);
		}
	}

	/**
	 * What one of the values is.
	 *
	 * @param name for example {@code leaked}
	 * @param unit for example {@code count}
	 */
	record Type(String name, String unit) {
	}

	/**
	 * One stack with its values.
	 *
	 * @param key where and what
	 * @param values one for each type
	 */
	record Sample(Key key, List<Long> values) {
	}

	/**
	 * What tells two samples apart.
	 *
	 * @param frames the stack, the innermost first
	 * @param labels further properties
	 */
	record Key(List<Frame> frames, Map<String, String> labels) {
	}

	/**
	 * A line.
	 *
	 * @param function its class and method
	 * @param file its source file; may be empty
	 * @param line its number; zero where it is not known
	 */
	record Frame(String function, String file, long line) {
	}

	/** The tables of a profile, which refer to each other by number. */
	private static final class Reading {

		private final byte[] bytes;

		private final List<String> strings = new ArrayList<>();

		private final Map<Long, WireReader> functions = new HashMap<>();

		private final Map<Long, Frame> frames = new HashMap<>();

		Reading(byte[] bytes) {
			this.bytes = bytes;
		}

		/** The tables come in any order, hence three passes. */
		Profile profile() {
			for (WireReader it = new WireReader(this.bytes); it.next();) {
				if (it.field() == 6) {
					this.strings.add(it.text());
				}
				else if (it.field() == 5) {
					this.functions.put(numberOf(it.message(), 1), it.message());
				}
			}
			for (WireReader it = new WireReader(this.bytes); it.next();) {
				if (it.field() == 4) {
					this.frames.put(numberOf(it.message(), 1), frame(it.message()));
				}
			}
			List<Type> types = new ArrayList<>();
			List<Sample> samples = new ArrayList<>();
			for (WireReader it = new WireReader(this.bytes); it.next();) {
				if (it.field() == 1) {
					types.add(new Type(string(numberOf(it.message(), 1)), string(numberOf(it.message(), 2))));
				}
				else if (it.field() == 2) {
					samples.add(sample(it.message()));
				}
			}
			if (samples.stream().anyMatch((sample) -> sample.values().size() != types.size())) {
				throw new IllegalArgumentException("a sample has other values than there are types");
			}
			return new Profile(types, samples);
		}

		private Sample sample(WireReader sample) {
			List<Frame> stack = new ArrayList<>();
			List<Long> values = new ArrayList<>();
			Map<String, String> labels = new TreeMap<>();
			while (sample.next()) {
				switch (sample.field()) {
					case 1 -> sample.numbers().forEach((id) -> stack.add(known(this.frames, id)));
					case 2 -> values.addAll(sample.numbers());
					case 3 -> labels.put(string(numberOf(sample.message(), 1)), string(numberOf(sample.message(), 2)));
					default -> {
					}
				}
			}
			return new Sample(new Key(stack, labels), values);
		}

		private Frame frame(WireReader location) {
			while (location.next()) {
				if (location.field() == 4) {
					WireReader line = location.message();
					long function = numberOf(line, 1);
					WireReader named = known(this.functions, function);
					return new Frame(string(numberOf(named, 2)), string(numberOf(named, 4)),
							numberOf(location.message(), 2));
				}
			}
			throw new IllegalArgumentException("a location without a line");
		}

		private String string(long index) {
			return this.strings.get(Math.toIntExact(index));
		}

		private static long numberOf(WireReader message, int field) {
			WireReader copy = message.again();
			long number = 0;
			while (copy.next()) {
				number = (copy.field() == field) ? copy.number() : number;
			}
			return number;
		}

		private static <T> T known(Map<Long, T> table, long id) {
			T found = table.get(id);
			if (found == null) {
				throw new IllegalArgumentException("there is no " + id);
			}
			return found;
		}

	}

}
