package io.timerscope.fleet;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The options that say what is read and written beside the answers. */
final class Writing {

	@Option(names = "--codeowners", paramLabel = "FILE",
			description = "The CODEOWNERS file of the repository, best inside a checkout of it.")
	private @Nullable Path codeOwners;

	@Option(names = "--baseline", paramLabel = "FILE",
			description = "An earlier --json report: what it does not have is new. May be the file that --json writes.")
	private @Nullable Path baseline;

	@Option(names = "--json", paramLabel = "FILE", description = "Write the report as JSON.")
	private @Nullable Path json;

	@Option(names = "--markdown", paramLabel = "FILE", description = "Write the report as Markdown.")
	private @Nullable Path markdown;

	@Option(names = "--profile", paramLabel = "FILE",
			description = "Write one profile of all instances, for go tool pprof.")
	private @Nullable Path profile;

	boolean wantsProfile() {
		return this.profile != null;
	}

	boolean hasBaseline() {
		return this.baseline != null;
	}

	/** On the first day there is none yet. */
	Baseline baseline(PrintWriter err) throws IOException {
		if (this.baseline == null) {
			return Baseline.NONE;
		}
		if (Files.notExists(this.baseline)) {
			err.println("There is no baseline " + this.baseline + " yet, so nothing is called new");
			return Baseline.NONE;
		}
		return Baseline.read(this.baseline);
	}

	CodeOwners codeOwners() throws IOException {
		return (this.codeOwners == null) ? CodeOwners.NONE : CodeOwners.read(this.codeOwners);
	}

	void write(FleetReport report, MergedProfile merged, PrintWriter err, boolean anybody) throws IOException {
		if (this.json != null && !anybody && this.json.equals(this.baseline)) {
			err.println("The baseline " + this.json + " stays as it is, since nobody answered");
		}
		else if (this.json != null) {
			Files.write(this.json,
					JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writeValueAsBytes(report));
		}
		if (this.markdown != null) {
			Files.writeString(this.markdown, MarkdownPage.of(report));
		}
		if (this.profile != null) {
			Files.write(this.profile, merged.toByteArray(Instant.now()));
			err.println("The profile has " + merged.profiles() + " of " + report.instances().answered() + " instances");
		}
	}

}
