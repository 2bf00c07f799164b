package io.timerscope.actuate;

import java.security.Principal;
import java.util.List;
import java.util.function.Supplier;

import io.timerscope.TaskQuery;
import io.timerscope.TaskSnapshot;
import io.timerscope.ledger.TaskLedger;
import io.timerscope.snapshot.CancelledTasks;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/**
 * The endpoint {@code timers}, as every technology sees it.
 *
 * @since 0.1.0
 */
@Endpoint(id = "timers", defaultAccess = Access.READ_ONLY)
public class TimersEndpoint {

	private static final String RULES = "rules";

	private static final String FINDINGS = "findings";

	private final TaskLedger ledger;

	private final Supplier<Diagnosis> diagnosis;

	private final OperatorControls controls;

	private final boolean showMessages;

	/**
	 * Makes the endpoint, without rules to change.
	 * @param ledger the book that it shows
	 * @param diagnosis what is wrong, asked for on each reading
	 * @param showMessages whether messages of exceptions are shown
	 */
	public TimersEndpoint(TaskLedger ledger, Supplier<Diagnosis> diagnosis, boolean showMessages) {
		this(ledger, diagnosis, OperatorControls.NONE, showMessages);
	}

	/**
	 * Makes the endpoint.
	 * @param ledger the book that it shows
	 * @param diagnosis what is wrong, asked for on each reading
	 * @param controls what an operator can change
	 * @param showMessages whether messages of exceptions are shown
	 */
	public TimersEndpoint(TaskLedger ledger, Supplier<Diagnosis> diagnosis, OperatorControls controls,
			boolean showMessages) {
		this.ledger = ledger;
		this.diagnosis = diagnosis;
		this.controls = controls;
		this.showMessages = showMessages;
	}

	/**
	 * The ledger at this instant. Produces what the web extension produces, because only
	 * operations that agree in that are replaced by it. Spring Boot 3.5 reads Spring's
	 * own annotation to know what is optional, later ones read both.
	 * @param state which tasks: live, waiting, running, leaked, retained or ended
	 * @param scheduler a scheduler's name
	 * @param owner a kind of owner, or {@code kind:name}
	 * @param site how the site starts, or {@code Class#method}
	 * @param limit tasks per page, 1 to 1000
	 * @param after the {@code next} of the page before
	 * @return everything, and one page of tasks
	 */
	@ReadOperation(producesFrom = AcceptedType.class)
	@SuppressWarnings("deprecation")
	public TimersDescriptor timers(@org.springframework.lang.Nullable @Nullable String state,
			@org.springframework.lang.Nullable @Nullable String scheduler,
			@org.springframework.lang.Nullable @Nullable String owner,
			@org.springframework.lang.Nullable @Nullable String site,
			@org.springframework.lang.Nullable @Nullable String limit,
			@org.springframework.lang.Nullable @Nullable String after) {
		return read(new TimersParameters(state, scheduler, owner, site, limit, after).query());
	}

	/**
	 * One task.
	 * @param id its id
	 * @return the task, or {@code null} if it is not known any more
	 */
	@ReadOperation
	public @Nullable TaskDescriptor timer(@Selector String id) {
		long number = TimersParameters.number(id);
		return counted("read a timer", () -> {
			TaskSnapshot.Detail task = this.ledger.read().find(number);
			return (task == null) ? null : TaskDescriptor.of(task, this.showMessages);
		});
	}

	/**
	 * Cancels a task.
	 * @param id its id
	 * @return the task as it ended, or {@code null} if ended tasks are not kept
	 */
	@DeleteOperation
	public @Nullable TaskDescriptor cancel(@Selector String id) {
		Cancellation cancellation = cancelTask(id, null);
		if (cancellation != Cancellation.DONE) {
			throw invalid(cancellation.sentence(id));
		}
		return timer(id);
	}

	/**
	 * Cancels all live tasks that match, without interrupting a run. At least one of
	 * scheduler, owner and site is required.
	 * @param state which tasks: live, waiting, running, outlived or leaked
	 * @param scheduler a scheduler's name
	 * @param owner a kind of owner, or {@code kind:name}
	 * @param site how the site starts, or {@code Class#method}
	 * @return how many there were, and what came of it
	 */
	@DeleteOperation
	@SuppressWarnings("deprecation")
	public CancelledTasks cancelAll(@org.springframework.lang.Nullable @Nullable String state,
			@org.springframework.lang.Nullable @Nullable String scheduler,
			@org.springframework.lang.Nullable @Nullable String owner,
			@org.springframework.lang.Nullable @Nullable String site) {
		return cancelTasks(new TimersParameters(state, scheduler, owner, site, null, null), null);
	}

	/**
	 * Adds a rule before all others, for the life of this process.
	 * @param collection {@code rules}
	 * @param site the site pattern
	 * @param onOwnerEnd {@code report} or {@code cancel}
	 * @param grace how long tasks may outlive their owner
	 * @param maxLive how many tasks may be live
	 * @param stuckAfter how long one run may take
	 * @param ignore {@code true} to report nothing of the sites
	 * @return the rule with its number, or {@code null} if the collection is another one
	 */
	@WriteOperation
	@SuppressWarnings("deprecation")
	public @Nullable RuleDescriptor add(@Selector String collection,
			@org.springframework.lang.Nullable @Nullable String site,
			@org.springframework.lang.Nullable @Nullable String onOwnerEnd,
			@org.springframework.lang.Nullable @Nullable String grace,
			@org.springframework.lang.Nullable @Nullable String maxLive,
			@org.springframework.lang.Nullable @Nullable String stuckAfter,
			@org.springframework.lang.Nullable @Nullable String ignore) {
		return add(collection, new RuleRequest(site, onOwnerEnd, grace, maxLive, stuckAfter, ignore), null);
	}

	@Nullable RuleDescriptor add(String collection, RuleRequest request, @Nullable Principal who) {
		if (!collection.equals(RULES)) {
			return null;
		}
		RuleDescriptor rule;
		try {
			rule = this.controls.addRule(request);
		}
		catch (IllegalArgumentException ex) {
			throw invalid(String.valueOf(ex.getMessage()));
		}
		if (rule != null) {
			OperatorLog.added(who, rule);
		}
		return rule;
	}

	/**
	 * Takes back a rule that was added at run time.
	 * @param collection {@code rules}
	 * @param id its number
	 * @return the rules that are left
	 */
	@DeleteOperation
	public List<RuleDescriptor> remove(@Selector String collection, @Selector String id) {
		if (!isRemoved(collection, id, null)) {
			throw invalid("There is no rule " + id + " that was added at run time");
		}
		return this.controls.rules();
	}

	boolean isRemoved(String collection, String id, @Nullable Principal who) {
		boolean removed = collection.equals(RULES) && this.controls.removeRule(TimersParameters.number(id));
		if (removed) {
			OperatorLog.removed(who, id);
		}
		return removed;
	}

	/**
	 * Takes a finding of the kind {@code dead} off the list.
	 * @param collection {@code findings}
	 * @param id the finding's id
	 * @param acknowledged {@code true}
	 * @return the findings that are left
	 */
	@WriteOperation
	public List<FindingDescriptor> acknowledge(@Selector String collection, @Selector String id, boolean acknowledged) {
		if (!isAcknowledged(collection, id, acknowledged, null)) {
			throw invalid("There is no finding " + id + " of the kind dead");
		}
		return findings(this.diagnosis.get());
	}

	boolean isAcknowledged(String collection, String id, boolean acknowledged, @Nullable Principal who) {
		if (!acknowledged) {
			throw invalid("acknowledged must be true: a finding cannot be put back on the list");
		}
		boolean done = collection.equals(FINDINGS) && this.controls.acknowledge(id);
		if (done) {
			OperatorLog.acknowledged(who, id);
		}
		return done;
	}

	private static InvalidEndpointRequestException invalid(String message) {
		return new InvalidEndpointRequestException(message, message);
	}

	TimersDescriptor read(TaskQuery query) {
		return counted("read the timers", () -> {
			Diagnosis diagnosis = this.diagnosis.get(); // first, since it may find leaks
			return TimersDescriptor.of(this.ledger, this.ledger.read().snapshot(query), diagnosis,
					this.controls.rules(), this.showMessages);
		});
	}

	/** A fault of ours is the reader's to hear, and one for the count. */
	<T extends @Nullable Object> T counted(String what, Supplier<T> reading) {
		try {
			return reading.get();
		}
		catch (RuntimeException | Error ex) {
			this.ledger.guarded(what, () -> {
				throw ex;
			});
			throw ex;
		}
	}

	String dump() {
		Diagnosis diagnosis = this.diagnosis.get();
		return TextDump.of(this.ledger, findings(diagnosis), diagnosis.outside());
	}

	private List<FindingDescriptor> findings(Diagnosis diagnosis) {
		return diagnosis.findings()
			.stream()
			.map((finding) -> FindingDescriptor.of(finding, this.showMessages))
			.toList();
	}

	TaskLedger ledger() {
		return this.ledger;
	}

	CancelledTasks cancelTasks(TimersParameters parameters, @Nullable Principal who) {
		TaskQuery query = parameters.queryToCancel();
		CancelledTasks tasks = counted("cancel timers", () -> this.ledger.cancel(query));
		OperatorLog.cancelled(who, parameters, tasks);
		return tasks;
	}

	Cancellation cancelTask(String id, @Nullable Principal who) {
		long number = TimersParameters.number(id);
		Cancellation cancellation = counted("cancel a timer", () -> cancelTask(number));
		if (cancellation == Cancellation.DONE) {
			OperatorLog.cancelled(who, id);
		}
		return cancellation;
	}

	private Cancellation cancelTask(long number) {
		if (this.ledger.cancel(number)) {
			return Cancellation.DONE;
		}
		TaskSnapshot.Detail task = this.ledger.read().find(number);
		boolean live = task != null && task.task().state().isLive();
		return live ? Cancellation.REFUSED : Cancellation.UNKNOWN;
	}

	/** What came of a cancel. */
	enum Cancellation {

		/** The task is over. */
		DONE(204, ""),

		/** There is no such live task. */
		UNKNOWN(404, "There is no live task "),

		/** The scheduler would not let go. */
		REFUSED(409, "Its scheduler would not cancel task ");

		private final int status;

		private final String sentence;

		Cancellation(int status, String sentence) {
			this.status = status;
			this.sentence = sentence;
		}

		int status() {
			return this.status;
		}

		String sentence(String id) {
			return this.sentence + ((id.length() <= 20) ? id : id.substring(0, 20) + "…");
		}

	}

}
