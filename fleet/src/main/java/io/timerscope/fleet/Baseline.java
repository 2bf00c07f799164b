package io.timerscope.fleet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
			all(report).forEach(this::put);
		}
	}

	static Baseline read(Path file) throws IOException {
		try {
			FleetReport report = JsonMapper.builder()
				.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
				.build()
				.readValue(Files.readAllBytes(file), FleetReport.class);
			if (report != null && areWhole(report.lines()) && areWhole(report.problems())
					&& areWhole(report.undecided())
					&& report.problems().stream().noneMatch((it) -> it.kinds() == null || it.kinds().isEmpty())) {
				return new Baseline(report);
			}
		}
		catch (JacksonException ex) {
			throw new UnusableException(file + NO_REPORT, ex);
		}
		throw new UnusableException(file + NO_REPORT, null);
	}

	private static boolean areWhole(@Nullable List<FleetReport.Line> lines) {
		return lines != null && lines.stream().allMatch(Baseline::isWhole);
	}

	private static boolean isWhole(FleetReport.@Nullable Line line) {
		return line != null && line.site() != null && line.kinds() != null && line.worst() != null
				&& !line.worst().contains(null);
	}

	boolean isKnown() {
		return this.report != null;
	}

	/** When a line was first reported, or {@code null} if it was not. */
	@Nullable String firstSeen(@Nullable String fingerprint, String text) {
		String seen = (fingerprint == null) ? null : this.firstSeen.get(fingerprint);
		return (seen == null) ? this.firstSeen.get(text) : seen;
	}

	/**
	 * What became of the lines that nobody has any more.
	 * @param lines those that leak now
	 * @param problems the other findings of now
	 * @param silent who did not answer
	 */
	Rest rest(List<FleetReport.Line> lines, List<FleetReport.Line> problems, List<FleetReport.Silent> silent) {
		if (this.report == null) {
			return new Rest(List.of(), List.of());
		}
		Set<String> still = Stream.concat(lines.stream(), problems.stream())
			.map(Baseline::text)
			.collect(Collectors.toSet());
		Set<String> names = silent.stream().map(FleetReport.Silent::instance).collect(Collectors.toSet());
		Map<Boolean, List<FleetReport.Line>> missing = all(this.report).filter((line) -> !still.contains(text(line)))
			.collect(Collectors.partitioningBy((line) -> mayBeOn(names, line)));
		return new Rest(missing.getOrDefault(false, List.of())
			.stream()
			.filter(ReportWords::isLeak)
			.map((line) -> new FleetReport.Gone(line.fingerprint(), line.site()))
			.toList(), missing.getOrDefault(true, List.of()));
	}

	/**
	 * The report names the worst instances only, so any silent one may be of the others.
	 */
	private static boolean mayBeOn(Set<String> silent, FleetReport.Line line) {
		return (line.instances() > line.worst().size()) ? !silent.isEmpty()
				: line.worst().stream().anyMatch((it) -> silent.contains(it.instance()));
	}

	private static Stream<FleetReport.Line> all(FleetReport report) {
		return Stream.of(report.lines(), report.problems(), report.undecided()).flatMap(List::stream);
	}

	private void put(FleetReport.Line line) {
		this.firstSeen.put(text(line), line.firstSeen());
		if (line.fingerprint() != null) {
			this.firstSeen.put(line.fingerprint(), line.firstSeen());
		}
	}

	private static String text(FleetReport.Line line) {
		return ReportWords.isLeak(line) ? Tallies.leak(line.site())
				: Tallies.problem(line.kinds().get(0), line.site(), line.scheduler());
	}

	/**
	 * Lines of the baseline that no instance has now.
	 *
	 * @param gone those that leak no more
	 * @param undecided those that an instance had which is silent now
	 */
	record Rest(List<FleetReport.Gone> gone, List<FleetReport.Line> undecided) {
	}

}
