package io.timerscope.fleet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** An earlier report, which tells what is new. */
final class Baseline {

	/** There is none, so that nothing is called new. */
	static final Baseline NONE = new Baseline(null);

	private static final String NO_REPORT = " is no report that --json has written";

	private final @Nullable FleetReport report;

	/** By fingerprint, and by what names a line without one. */
	private final Map<String, String> firstSeen = new HashMap<>();

	private Baseline(@Nullable FleetReport report) {
		this.report = report;
		if (report != null) {
			report.lines().forEach((line) -> put(line, Tallies.leak(line.site())));
			report.problems().forEach((line) -> put(line, problem(line)));
		}
	}

	static Baseline read(Path file) throws IOException {
		try {
			FleetReport report = JsonMapper.builder()
				.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
				.build()
				.readValue(Files.readAllBytes(file), FleetReport.class);
			if (report != null && haveSites(report.lines()) && haveSites(report.problems())
					&& report.problems().stream().noneMatch((it) -> it.kinds() == null || it.kinds().isEmpty())) {
				return new Baseline(report);
			}
		}
		catch (JacksonException ex) {
			throw new UnusableException(file + NO_REPORT, ex);
		}
		throw new UnusableException(file + NO_REPORT, null);
	}

	private static boolean haveSites(@Nullable List<FleetReport.Line> lines) {
		return lines != null && lines.stream().noneMatch((line) -> line == null || line.site() == null);
	}

	boolean isKnown() {
		return this.report != null;
	}

	/** When a line was first reported, or {@code null} if it was not. */
	@Nullable String firstSeen(@Nullable String fingerprint, String text) {
		String seen = (fingerprint == null) ? null : this.firstSeen.get(fingerprint);
		return (seen == null) ? this.firstSeen.get(text) : seen;
	}

	/** The lines that leak no more. */
	List<FleetReport.Gone> gone(List<FleetReport.Line> lines) {
		if (this.report == null) {
			return List.of();
		}
		Set<String> still = lines.stream().map((line) -> Tallies.leak(line.site())).collect(Collectors.toSet());
		return this.report.lines()
			.stream()
			.filter((line) -> !still.contains(Tallies.leak(line.site())))
			.map((line) -> new FleetReport.Gone(line.fingerprint(), line.site()))
			.toList();
	}

	private void put(FleetReport.Line line, String text) {
		this.firstSeen.put(text, line.firstSeen());
		if (line.fingerprint() != null) {
			this.firstSeen.put(line.fingerprint(), line.firstSeen());
		}
	}

	private static String problem(FleetReport.Line line) {
		return Tallies.problem(line.kinds().get(0), line.site(), line.scheduler());
	}

}
