package io.timerscope.junit;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;

import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/**
 * Prints, at the end of the run, what was ignored and why, and writes the report. Found
 * by JUnit's launcher through the service loader.
 *
 * @since 0.1.0
 */
public final class RunSummary implements TestExecutionListener {

	private final PrintStream out;

	private final TestJvm jvm;

	/**
	 * For JUnit's launcher.
	 */
	public RunSummary() {
		this(System.out);
	}

	RunSummary(PrintStream out) {
		this.out = out;
		this.jvm = TestJvm.CURRENT;
	}

	@Override
	public void testPlanExecutionFinished(TestPlan plan) {
		String missed = this.jvm.missedByAgent();
		if (missed != null) {
			this.out.println(missed);
		}
		List<IgnoredLeaks.Entry> ignored = this.jvm.ignored().list();
		List<TimerLeak> leaks = this.jvm.reported().list();
		if (ignored.isEmpty() && leaks.isEmpty()) {
			return;
		}
		if (!ignored.isEmpty()) {
			this.out.println("Timer leaks that are ignored on purpose (" + ignored.size() + " of at most "
					+ new Settings(plan.getConfigurationParameters()::get).maxIgnores() + "):");
			ignored.forEach((entry) -> this.out.println("  " + entry.option() + ": " + entry.leaks()
					+ ((entry.leaks() == 1) ? " leak" : " leaks") + " ignored. Reason: " + entry.reason()));
		}
		new Settings(plan.getConfigurationParameters()::get).report().ifPresent((directory) -> {
			try {
				new ReportFiles(directory).write(leaks, ignored);
			}
			catch (IOException ex) {
				throw new UncheckedIOException("The report on timer leaks cannot be written to " + directory, ex);
			}
		});
	}

}
