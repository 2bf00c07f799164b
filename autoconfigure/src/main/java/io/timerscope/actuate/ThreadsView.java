package io.timerscope.actuate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.timerscope.threads.VirtualThreadDump;
import io.timerscope.threads.VirtualThreadGroup;
import io.timerscope.threads.VirtualThreads;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.util.MimeType;
import org.springframework.util.MimeTypeUtils;

/**
 * The view {@code threads} of the endpoint: virtual threads by their stacks. It takes the
 * JVM some time and shows stacks of everything, so that it has a switch of its own.
 */
final class ThreadsView {

	private static final String NAME = "threads";

	private final VirtualThreads threads = new VirtualThreads();

	private final boolean allowed;

	/**
	 * Prepares the view.
	 * @param allowed whether {@code timerscope.endpoint.threads} is set
	 */
	ThreadsView(boolean allowed) {
		this.allowed = allowed;
	}

	/** Whether a request is for this view. */
	static boolean isWanted(@Nullable String view) {
		if (view != null && !view.equals(NAME)) {
			throw new BadParameterException("view", NAME, view);
		}
		return view != null;
	}

	WebEndpointResponse<Object> answer(@Nullable TimersFormat format) {
		if (!this.allowed) {
			return refused(403, "The view of threads is switched off: set timerscope.endpoint.threads=true");
		}
		if (!VirtualThreads.areThere()) {
			return refused(501, "Virtual threads need JDK " + VirtualThreads.NEEDS + " or newer, and this is JDK "
					+ Runtime.version().feature());
		}
		if (format == TimersFormat.HTML || format == TimersFormat.STACKS) {
			throw new BadParameterException("format", "one of json, text, pprof with view=threads",
					(format == TimersFormat.HTML) ? "html" : "stacks");
		}
		if (format == null) {
			return new WebEndpointResponse<>(406);
		}
		try {
			VirtualThreadDump dump = this.threads.dump();
			return (dump != null) ? answer(format, dump)
					: refused(429, "Another dump of threads is under way: ask again when it is over");
		}
		catch (IOException ex) {
			return refused(503, String.valueOf(ex.getMessage()));
		}
	}

	private static WebEndpointResponse<Object> answer(TimersFormat format, VirtualThreadDump dump) {
		return switch (format) {
			case TEXT -> new WebEndpointResponse<>(text(dump).getBytes(StandardCharsets.UTF_8), AcceptedType.TEXT);
			case PPROF ->
				new WebEndpointResponse<>(TimersProfile.ofThreads(dump), MimeTypeUtils.APPLICATION_OCTET_STREAM);
			default -> new WebEndpointResponse<>(ThreadsDescriptor.of(dump), json());
		};
	}

	private static String text(VirtualThreadDump dump) {
		StringBuilder text = new StringBuilder();
		text.append("# virtual threads ")
			.append(dump.threads())
			.append(", sleeping ")
			.append(dump.sleeping())
			.append(dump.complete() ? "" : ", and more that were not read")
			.append('\n');
		for (VirtualThreadGroup group : dump.groups()) {
			text.append('\n').append(group.count()).append(group.sleeping() ? " @ sleeping" : " @").append('\n');
			group.stack().forEach((frame) -> text.append("#\t").append(frame).append('\n'));
		}
		return text.toString();
	}

	private static MimeType json() {
		return AcceptedType.JSON.getProducedMimeType();
	}

	private static WebEndpointResponse<Object> refused(int status, String sentence) {
		return new WebEndpointResponse<>(new ErrorDescriptor(status, null, sentence), status, json());
	}

	/**
	 * The dump in JSON.
	 *
	 * @param time when
	 * @param view {@code threads}
	 * @param virtualThreads how many
	 * @param sleeping how many of them sleep
	 * @param complete whether all were read
	 * @param groups by stack
	 */
	record ThreadsDescriptor(String time, String view, int virtualThreads, int sleeping, boolean complete,
			List<Group> groups) implements OperationResponseBody {

		static ThreadsDescriptor of(VirtualThreadDump dump) {
			return new ThreadsDescriptor(Iso.instant(dump.time()), NAME, dump.threads(), dump.sleeping(),
					dump.complete(),
					dump.groups()
						.stream()
						.map((group) -> new Group(group.count(), group.sleeping(),
								group.stack().stream().map(StackTraceElement::toString).toList()))
						.toList());
		}

	}

	/**
	 * Threads with one stack.
	 *
	 * @param count how many
	 * @param sleeping whether they sleep
	 * @param stack their frames, innermost first
	 */
	record Group(int count, boolean sleeping, List<String> stack) {
	}

}
