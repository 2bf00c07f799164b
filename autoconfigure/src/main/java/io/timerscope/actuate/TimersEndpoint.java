package io.timerscope.actuate;

import java.util.List;
import java.util.function.Supplier;

import io.timerscope.TaskLedger;
import io.timerscope.TaskQuery;
import io.timerscope.TaskSnapshot;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;

/**
 * The endpoint {@code timers}, as every technology sees it.
 *
 * @since 0.1.0
 */
@Endpoint(id = "timers", defaultAccess = Access.READ_ONLY)
public class TimersEndpoint {

	private final TaskLedger ledger;

	private final Supplier<Diagnosis> diagnosis;

	private final boolean showMessages;

	/**
	 * Makes the endpoint.
	 * @param ledger the book that it shows
	 * @param diagnosis what is wrong, asked for on each reading
	 * @param showMessages whether messages of exceptions are shown
	 */
	public TimersEndpoint(TaskLedger ledger, Supplier<Diagnosis> diagnosis, boolean showMessages) {
		this.ledger = ledger;
		this.diagnosis = diagnosis;
		this.showMessages = showMessages;
	}

	/**
	 * The ledger at this instant. Produces what the web extension produces, because only
	 * operations that agree in that are replaced by it. Spring Boot 3.5 reads Spring's
	 * own annotation to know what is optional, later ones read both.
	 * @param state which tasks: live, waiting, running, leaked, retained or ended
	 * @param scheduler a scheduler's name
	 * @param owner a kind of owner, or {@code kind:name}
	 * @param site how the site starts
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
		Cancellation cancellation = cancelTask(id);
		if (cancellation != Cancellation.DONE) {
			String message = cancellation.sentence(id);
			throw new InvalidEndpointRequestException(message, message);
		}
		return timer(id);
	}

	TimersDescriptor read(TaskQuery query) {
		return counted("read the timers", () -> TimersDescriptor.of(this.ledger, this.ledger.read().snapshot(query),
				this.diagnosis.get(), this.showMessages));
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
		return TextDump.of(this.ledger,
				diagnosis.findings()
					.stream()
					.map((finding) -> FindingDescriptor.of(finding, this.showMessages))
					.toList(),
				diagnosis.outside());
	}

	TaskLedger ledger() {
		return this.ledger;
	}

	Cancellation cancelTask(String id) {
		long number = TimersParameters.number(id);
		return counted("cancel a timer", () -> cancelTask(number));
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
