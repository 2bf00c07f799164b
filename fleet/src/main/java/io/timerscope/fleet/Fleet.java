package io.timerscope.fleet;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The command. It asks {@code /actuator/timers} of many instances, merges what they say
 * by line, and prints which lines leak on how many instances.
 *
 * @since 0.1.0
 */
@Command(name = "timerscope-fleet", mixinStandardHelpOptions = true, sortOptions = false,
		versionProvider = Fleet.Version.class,
		description = "Asks many instances which lines leak timers, and on how many of them.",
		exitCodeListHeading = "%nExit codes:%n", exitCodeList = { "0:no limit is exceeded",
				"1:a limit (--max-…) is exceeded", "2:wrong arguments, no target, or no instance answered" })
public final class Fleet implements Callable<Integer> {

	@Spec
	private @Nullable CommandSpec spec;

	@Parameters(paramLabel = "INSTANCE", arity = "0..*",
			description = "Instances: host:port, or a URL of the application or of its endpoint.")
	private List<String> addresses = List.of();

	@Option(names = "--targets", paramLabel = "FILE|URL",
			description = "A list of instances as Prometheus' file or HTTP service discovery has it. May be repeated.")
	private List<String> lists = List.of();

	@Mixin
	private final Asking asking = new Asking();

	@Mixin
	private final Writing writing = new Writing();

	@Mixin
	private final Limits limits = new Limits();

	private Fleet() {
	}

	/**
	 * Runs the command and ends the JVM with its exit code.
	 * @param arguments the command line
	 */
	public static void main(String[] arguments) {
		// An instance is asked once or twice, so a connection that is kept serves nobody
		setUnlessSet("jdk.httpclient.keepalive.timeout", "2");
		setUnlessSet("jdk.httpclient.connectionPoolSize", "100");
		System.exit(run(arguments, new PrintWriter(System.out, true, StandardCharsets.UTF_8),
				new PrintWriter(System.err, true, StandardCharsets.UTF_8)));
	}

	/** Runs the command. */
	static int run(String[] arguments, PrintWriter out, PrintWriter err) {
		return new CommandLine(new Fleet()).registerConverter(Duration.class, Durations::parse)
			.setOut(out)
			.setErr(err)
			.setExecutionExceptionHandler((ex, command, parsed) -> failed(ex, err))
			.execute(arguments);
	}

	@Override
	public Integer call() throws IOException, InterruptedException {
		PrintWriter out = line().getOut();
		PrintWriter err = line().getErr();
		Http http = this.asking.http();
		TargetReader reader = this.asking.targetReader(http);
		for (String list : this.lists) {
			reader.addList(list);
		}
		this.addresses.forEach(reader::add);
		Collection<Target> targets = reader.targets();
		if (targets.isEmpty()) {
			throw new UnusableException("there is no instance to ask: name some, or a list with --targets", null);
		}
		if (this.limits.asksForNew() && !this.writing.hasBaseline()) {
			throw new UnusableException("--max-new needs --baseline, which tells what is new", null);
		}
		Baseline baseline = this.writing.baseline(err);
		CodeOwners owners = this.writing.codeOwners();
		FleetBook book = new FleetBook();
		MergedProfile profile = new MergedProfile();
		Progress progress = new Progress(err, targets.size());
		this.asking.survey(new Instances(http, this.writing.wantsProfile())).ask(targets, (outcome) -> {
			synchronized (book) {
				book.add(outcome);
				if (outcome instanceof Outcome.Answered it && it.profile() != null) {
					profile.add(it.profile());
				}
				progress.done(outcome);
			}
		});
		FleetReport report = book.report(Instant.now(), baseline, owners);
		out.print(TextTable.of(report));
		out.flush();
		this.writing.write(report, profile, err, book.answered() > 0);
		if (book.answered() == 0) {
			err.println("timerscope-fleet: no instance answered");
			return CommandLine.ExitCode.USAGE;
		}
		List<String> exceeded = this.limits.exceeded(report);
		exceeded.forEach((it) -> err.println("timerscope-fleet: " + it));
		return exceeded.isEmpty() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
	}

	private CommandLine line() {
		if (this.spec == null) {
			throw new IllegalStateException("the command is run by its command line");
		}
		return this.spec.commandLine();
	}

	private static int failed(Exception ex, PrintWriter err) throws Exception {
		if (ex instanceof NoSuchFileException missing) {
			err.println("timerscope-fleet: there is no file " + missing.getFile());
		}
		else if (ex instanceof UnusableException || ex instanceof IOException) {
			err.println("timerscope-fleet: " + ((ex.getMessage() == null) ? ex.toString() : ex.getMessage()));
		}
		else {
			throw ex;
		}
		return CommandLine.ExitCode.USAGE;
	}

	private static void setUnlessSet(String property, String value) {
		if (System.getProperty(property) == null) {
			System.setProperty(property, value);
		}
	}

	/** The version in the jar's manifest. */
	static final class Version implements CommandLine.IVersionProvider {

		@Override
		public String[] getVersion() {
			String version = Fleet.class.getPackage().getImplementationVersion();
			return new String[] { "timerscope-fleet " + ((version == null) ? "(built from source)" : version) };
		}

	}

}
