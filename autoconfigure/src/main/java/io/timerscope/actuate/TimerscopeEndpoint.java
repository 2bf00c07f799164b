package io.timerscope.actuate;

import java.util.function.Supplier;

import io.timerscope.ledger.TaskLedger;
import io.timerscope.recent.LastHour;
import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;

/**
 * The same endpoint with the id {@code timerscope}, for an application in which another
 * library's endpoint has the id {@code timers}. Two endpoints of one id would fail the
 * start.
 *
 * @since 0.1.0
 */
@Endpoint(id = "timerscope", defaultAccess = Access.READ_ONLY)
public class TimerscopeEndpoint extends TimersEndpoint {

	/**
	 * Makes the endpoint.
	 * @param ledger the book that it shows
	 * @param diagnosis what is wrong, asked for on each reading
	 * @param controls what an operator can change
	 * @param hour what changed lately, and where an operator's actions are counted
	 * @param showMessages whether messages of exceptions are shown
	 */
	public TimerscopeEndpoint(TaskLedger ledger, Supplier<Diagnosis> diagnosis, OperatorControls controls,
			LastHour hour, boolean showMessages) {
		super(ledger, diagnosis, controls, hour, showMessages);
	}

}
