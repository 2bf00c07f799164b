package io.timerscope.threads;

import java.io.IOException;
import java.io.Reader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the JVM's dump in JSON as a stream, and keeps no more than the groups. All that
 * it looks at is the array {@code stack} of each thread; a virtual thread's ends in
 * {@code VirtualThread.run}.
 */
final class ThreadDumpReader {

	private static final int FRAMES = 64;

	private static final int GROUPS = 200;

	private static final int DIFFERENT = 10_000;

	private static final int TOP = 8;

	private final Reader in;

	private final int limit;

	private final long deadline;

	private final Map<List<String>, Integer> counts = new HashMap<>();

	private int threads;

	private boolean complete = true;

	/**
	 * Prepares to read.
	 * @param limit how many virtual threads are read at most
	 * @param deadline until when, as {@link System#nanoTime()} tells the time
	 */
	ThreadDumpReader(Reader in, int limit, long deadline) {
		this.in = in;
		this.limit = limit;
		this.deadline = deadline;
	}

	VirtualThreadDump read(Instant time) throws IOException {
		String last = "";
		for (int c = this.in.read(); c >= 0 && this.complete; c = this.in.read()) {
			if (c == '"') {
				last = string();
			}
			else if (c == '[' && last.equals("stack")) {
				stack();
				last = "";
			}
		}
		List<VirtualThreadGroup> groups = new ArrayList<>();
		int sleeping = 0;
		for (Map.Entry<List<String>, Integer> entry : this.counts.entrySet()) {
			boolean sleeps = sleeps(entry.getKey());
			sleeping += sleeps ? entry.getValue() : 0;
			groups.add(new VirtualThreadGroup(entry.getValue(), sleeps,
					entry.getKey().stream().map(ThreadDumpReader::frame).toList()));
		}
		groups.sort(Comparator.comparingInt(VirtualThreadGroup::count)
			.reversed()
			.thenComparing((group) -> group.stack().toString()));
		return new VirtualThreadDump(time, this.threads, sleeping, this.complete,
				groups.subList(0, Math.min(groups.size(), GROUPS)));
	}

	private void stack() throws IOException {
		List<String> frames = new ArrayList<>();
		String outermost = "";
		for (int c = this.in.read(); c >= 0 && c != ']'; c = this.in.read()) {
			if (c == '"') {
				outermost = string();
				if (frames.size() < FRAMES) {
					frames.add(outermost);
				}
			}
		}
		if (!outermost.contains("java.lang.VirtualThread.run")) {
			return;
		}
		this.threads++;
		if (this.counts.size() < DIFFERENT || this.counts.containsKey(frames)) {
			this.counts.merge(frames, 1, Integer::sum);
		}
		this.complete = this.threads < this.limit && System.nanoTime() - this.deadline < 0;
	}

	/** What an escape stands for does not matter to anybody here. */
	private String string() throws IOException {
		StringBuilder text = new StringBuilder();
		for (int c = this.in.read(); c >= 0 && c != '"'; c = this.in.read()) {
			text.append((char) ((c == '\\') ? this.in.read() : c));
		}
		return text.toString();
	}

	private static boolean sleeps(List<String> frames) {
		return frames.stream()
			.limit(TOP)
			.anyMatch((frame) -> frame.contains("java.lang.Thread.sleep")
					|| frame.contains("java.lang.VirtualThread.sleepNanos"));
	}

	/** {@code java.base/java.lang.Thread.sleep(Thread.java:509)}, or less. */
	private static StackTraceElement frame(String text) {
		int open = text.indexOf('(');
		String method = (open < 0) ? text : text.substring(0, open);
		String place = (open < 0) ? "" : text.substring(open + 1, text.length() - (text.endsWith(")") ? 1 : 0));
		method = method.substring(method.lastIndexOf('/', method.indexOf("$$Lambda") < 0 ? method.length() : 0) + 1);
		int dot = method.lastIndexOf('.');
		int colon = place.lastIndexOf(':');
		String number = place.substring(colon + 1);
		int line = (colon >= 0 && number.matches("\\d{1,9}")) ? Integer.parseInt(number) : -1;
		String file = (colon >= 0) ? place.substring(0, colon) : null;
		return new StackTraceElement((dot < 0) ? "" : method.substring(0, dot), method.substring(dot + 1), file, line);
	}

}
