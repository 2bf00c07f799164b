package io.timerscope.ledger;

import java.util.Collection;
import java.util.List;

import io.timerscope.Admission;
import io.timerscope.EndedObjects;
import io.timerscope.OriginCapture;
import io.timerscope.OwnerResolver;
import io.timerscope.TimeSource;
import io.timerscope.TrackingPolicy;

/**
 * Describes a {@link TaskLedger} before it is made.
 *
 * @since 0.1.0
 */
public final class TaskLedgerBuilder {

	TimeSource time = TimeSource.system();

	OwnerResolver resolver = OwnerResolver.NONE;

	TrackingPolicy policy = TrackingPolicy.REPORT;

	Admission admission = Admission.OPEN;

	EndedObjects endedObjects = EndedObjects.NONE;

	OriginCapture capture = OriginCapture.STACK;

	Collection<String> applicationPackages = List.of();

	Collection<String> libraryPackages = List.of();

	int historySize = 256;

	boolean timesEveryRun;

	String applicationName = "application";

	TaskLedgerBuilder() {
	}

	/**
	 * Sets the clock.
	 * @param time read on every thread that schedules
	 * @return this builder
	 */
	public TaskLedgerBuilder time(TimeSource time) {
		this.time = time;
		return this;
	}

	/**
	 * Sets what finds the bean behind a task.
	 * @param resolver asked for every task that no request, session or scope owns
	 * @return this builder
	 */
	public TaskLedgerBuilder resolver(OwnerResolver resolver) {
		this.resolver = resolver;
		return this;
	}

	/**
	 * Sets what happens to tasks that outlive their owner.
	 * @param policy the user's decision
	 * @return this builder
	 */
	public TaskLedgerBuilder policy(TrackingPolicy policy) {
		this.policy = policy;
		return this;
	}

	/**
	 * Sets what may refuse a task.
	 * @param admission asked before each task is handed over
	 * @return this builder
	 */
	public TaskLedgerBuilder admission(Admission admission) {
		this.admission = admission;
		return this;
	}

	/**
	 * Sets what knows that captured objects have ended.
	 * @param endedObjects asked by the clock's thread
	 * @return this builder
	 */
	public TaskLedgerBuilder endedObjects(EndedObjects endedObjects) {
		this.endedObjects = endedObjects;
		return this;
	}

	/**
	 * Sets how sites are found.
	 * @param capture the mode; {@link OriginCapture#STACK} by default
	 * @return this builder
	 */
	public TaskLedgerBuilder capture(OriginCapture capture) {
		this.capture = capture;
		return this;
	}

	/**
	 * Sets the packages that are the application's, whatever they begin with.
	 * @param applicationPackages package prefixes; one that the library packages narrow
	 * down is the application's otherwise
	 * @return this builder
	 */
	public TaskLedgerBuilder applicationPackages(Collection<String> applicationPackages) {
		this.applicationPackages = List.copyOf(applicationPackages);
		return this;
	}

	/**
	 * Sets further packages that are not the application's.
	 * @param libraryPackages package prefixes
	 * @return this builder
	 */
	public TaskLedgerBuilder libraryPackages(Collection<String> libraryPackages) {
		this.libraryPackages = List.copyOf(libraryPackages);
		return this;
	}

	/**
	 * Sets how many ended tasks are kept.
	 * @param historySize zero or more; 256 by default
	 * @return this builder
	 */
	public TaskLedgerBuilder historySize(int historySize) {
		if (historySize < 0) {
			throw new IllegalArgumentException("historySize must be zero or more, but is " + historySize);
		}
		this.historySize = historySize;
		return this;
	}

	/**
	 * Sets whether every run is timed. By default, and on the clock of the machine only,
	 * where the runs of a site follow each other closely and have all been under ten
	 * microseconds, about a hundred timed runs per second stand for the others.
	 * @param timesEveryRun {@code true} to read the clock twice for each run
	 * @return this builder
	 */
	public TaskLedgerBuilder timesEveryRun(boolean timesEveryRun) {
		this.timesEveryRun = timesEveryRun;
		return this;
	}

	/**
	 * Sets the name of the owner that never ends.
	 * @param applicationName for a Boot application its {@code spring.application.name}
	 * @return this builder
	 */
	public TaskLedgerBuilder applicationName(String applicationName) {
		this.applicationName = applicationName;
		return this;
	}

	/**
	 * Makes the ledger.
	 * @return a ledger without any scheduler
	 */
	public TaskLedger build() {
		return new TaskLedger(this);
	}

}
