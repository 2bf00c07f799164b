package io.timerscope.actuate;

import java.util.List;
import java.util.function.Supplier;

import io.timerscope.ledger.TaskLedger;
import io.timerscope.recent.LastHour;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.Access;
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

	private final TimersOperations operations;

	/**
	 * Makes the endpoint.
	 * @param ledger the book that it shows
	 * @param diagnosis what is wrong, asked for on each reading
	 * @param controls what an operator can change
	 * @param hour what changed lately, and where an operator's actions are counted
	 * @param showMessages whether messages of exceptions are shown
	 */
	public TimersEndpoint(TaskLedger ledger, Supplier<Diagnosis> diagnosis, OperatorControls controls, LastHour hour,
			boolean showMessages) {
		this.operations = new TimersOperations(ledger, diagnosis, controls, hour, showMessages);
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
		return this.operations.read(new TimersParameters(state, scheduler, owner, site, limit, after).query());
	}

	/**
	 * One task.
	 * @param id its id
	 * @return the task, or {@code null} if it is not known any more
	 */
	@ReadOperation
	public @Nullable TaskDescriptor timer(@Selector String id) {
		return this.operations.task(id);
	}

	/**
	 * Cancels a task.
	 * @param id its id
	 * @return the task as it ended, or {@code null} if ended tasks are not kept
	 */
	@DeleteOperation
	public @Nullable TaskDescriptor cancel(@Selector String id) {
		Cancellation cancellation = this.operations.cancelTask(id, null);
		if (cancellation != Cancellation.DONE) {
			throw TimersOperations.invalid(cancellation.sentence(id));
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
	public CancelledDescriptor cancelAll(@org.springframework.lang.Nullable @Nullable String state,
			@org.springframework.lang.Nullable @Nullable String scheduler,
			@org.springframework.lang.Nullable @Nullable String owner,
			@org.springframework.lang.Nullable @Nullable String site) {
		return this.operations.cancelTasks(new TimersParameters(state, scheduler, owner, site, null, null), null);
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
		return this.operations.add(collection, new RuleRequest(site, onOwnerEnd, grace, maxLive, stuckAfter, ignore),
				null);
	}

	/**
	 * Takes back a rule that was added at run time.
	 * @param collection {@code rules}
	 * @param id its number
	 * @return the rules that are left
	 */
	@DeleteOperation
	public List<RuleDescriptor> remove(@Selector String collection, @Selector String id) {
		if (!this.operations.isRemoved(collection, id, null)) {
			throw TimersOperations.invalid("There is no rule " + id + " that was added at run time");
		}
		return this.operations.rules();
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
		if (!this.operations.isAcknowledged(collection, id, acknowledged, null)) {
			throw TimersOperations.invalid("There is no finding " + id + " of the kind dead");
		}
		return this.operations.findings();
	}

	/**
	 * Estimates the memory that the leaked tasks of a site keep, by a bounded walk over
	 * the objects that they capture. Changes nothing, but takes time and tells what the
	 * application holds, so it needs the access that changes need.
	 * @param collection {@code sites}
	 * @param id the site's fingerprint, or {@code Class#method}
	 * @param question {@code kept}
	 * @return what was measured, or {@code null} if there is no such site
	 */
	@WriteOperation
	public @Nullable KeptDescriptor kept(@Selector String collection, @Selector String id, @Selector String question) {
		return this.operations.kept(collection, id, question);
	}

	TimersOperations operations() {
		return this.operations;
	}

}
