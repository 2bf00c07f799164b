package io.timerscope.actuate;

import java.nio.charset.StandardCharsets;

import io.timerscope.TaskQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.EndpointWebExtension;
import org.springframework.util.MimeType;
import org.springframework.util.MimeTypeUtils;

/**
 * The endpoint {@code timers} over HTTP: media types and status codes.
 *
 * @since 0.1.0
 */
@EndpointWebExtension(endpoint = TimersEndpoint.class)
public class TimersEndpointWebExtension {

	private final TimersOperations operations;

	private final TimersPage page;

	/**
	 * Makes the extension.
	 * @param endpoint the endpoint
	 * @param page what a browser gets
	 */
	public TimersEndpointWebExtension(TimersEndpoint endpoint, TimersPage page) {
		this.operations = endpoint.operations();
		this.page = page;
	}

	/**
	 * The ledger at this instant.
	 * @param state which tasks
	 * @param scheduler a scheduler's name
	 * @param owner a kind of owner, or {@code kind:name}
	 * @param site how the site starts
	 * @param limit tasks per page
	 * @param after the {@code next} of the page before
	 * @param format {@code json}, {@code html}, {@code text}, {@code pprof} or
	 * {@code hour}
	 * @param owners how a profile labels owners: {@code kinds}, or {@code names} too
	 * @param accepted what the client accepts
	 * @return the ledger as the client wants it
	 */
	@ReadOperation(producesFrom = AcceptedType.class)
	@SuppressWarnings("deprecation")
	public WebEndpointResponse<Object> timers(@org.springframework.lang.Nullable @Nullable String state,
			@org.springframework.lang.Nullable @Nullable String scheduler,
			@org.springframework.lang.Nullable @Nullable String owner,
			@org.springframework.lang.Nullable @Nullable String site,
			@org.springframework.lang.Nullable @Nullable String limit,
			@org.springframework.lang.Nullable @Nullable String after,
			@org.springframework.lang.Nullable @Nullable String format,
			@org.springframework.lang.Nullable @Nullable String owners,
			@org.springframework.lang.Nullable @Nullable AcceptedType accepted) {
		try {
			TaskQuery query = new TimersParameters(state, scheduler, owner, site, limit, after).query();
			TimersFormat wanted = TimersFormat.of(format, accepted);
			ProfileOwners labels = ProfileOwners.of(owners);
			return (wanted != null) ? answer(wanted, query, labels, accepted) : new WebEndpointResponse<>(406);
		}
		catch (BadParameterException ex) {
			return error(400, ex.parameter(), String.valueOf(ex.getMessage()));
		}
	}

	/**
	 * One task.
	 * @param id its id
	 * @return the task, or 404
	 */
	@ReadOperation
	public WebEndpointResponse<Object> timer(@Selector String id) {
		TaskDescriptor task = this.operations.task(id);
		return (task != null) ? new WebEndpointResponse<>(task) : notFound();
	}

	/**
	 * Cancels a task.
	 * @param id its id
	 * @param security who asks
	 * @return 204, 404 if there is no such live task, 409 if its scheduler would not let
	 * go
	 */
	@DeleteOperation
	public WebEndpointResponse<Object> cancel(@Selector String id, SecurityContext security) {
		Cancellation cancellation = this.operations.cancelTask(id, security.getPrincipal());
		return (cancellation == Cancellation.REFUSED) ? error(cancellation.status(), null, cancellation.sentence(id))
				: new WebEndpointResponse<>(cancellation.status());
	}

	/**
	 * Cancels all live tasks that match.
	 * @param state which tasks
	 * @param scheduler a scheduler's name
	 * @param owner a kind of owner, or {@code kind:name}
	 * @param site how the site starts, or {@code Class#method}
	 * @param security who asks
	 * @return how many there were, or 400 if none of scheduler, owner and site is given
	 */
	@DeleteOperation
	@SuppressWarnings("deprecation")
	public WebEndpointResponse<Object> cancelAll(@org.springframework.lang.Nullable @Nullable String state,
			@org.springframework.lang.Nullable @Nullable String scheduler,
			@org.springframework.lang.Nullable @Nullable String owner,
			@org.springframework.lang.Nullable @Nullable String site, SecurityContext security) {
		try {
			return json(this.operations.cancelTasks(new TimersParameters(state, scheduler, owner, site, null, null),
					security.getPrincipal()));
		}
		catch (BadParameterException ex) {
			return error(400, ex.parameter(), String.valueOf(ex.getMessage()));
		}
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
	 * @param security who asks
	 * @return the rule with its number, 400 for a bad value, 404 for another collection
	 */
	@WriteOperation
	@SuppressWarnings("deprecation")
	public WebEndpointResponse<Object> add(@Selector String collection,
			@org.springframework.lang.Nullable @Nullable String site,
			@org.springframework.lang.Nullable @Nullable String onOwnerEnd,
			@org.springframework.lang.Nullable @Nullable String grace,
			@org.springframework.lang.Nullable @Nullable String maxLive,
			@org.springframework.lang.Nullable @Nullable String stuckAfter,
			@org.springframework.lang.Nullable @Nullable String ignore, SecurityContext security) {
		try {
			RuleDescriptor rule = this.operations.add(collection,
					new RuleRequest(site, onOwnerEnd, grace, maxLive, stuckAfter, ignore), security.getPrincipal());
			return (rule != null) ? json(rule) : notFound();
		}
		catch (InvalidEndpointRequestException ex) {
			return error(400, null, String.valueOf(ex.getReason()));
		}
	}

	/**
	 * Takes back a rule that was added at run time.
	 * @param collection {@code rules}
	 * @param id its number
	 * @param security who asks
	 * @return 204, or 404 if there is no such rule
	 */
	@DeleteOperation
	public WebEndpointResponse<Object> remove(@Selector String collection, @Selector String id,
			SecurityContext security) {
		return this.operations.isRemoved(collection, id, security.getPrincipal()) ? new WebEndpointResponse<>(204)
				: notFound();
	}

	/**
	 * Takes a finding of the kind {@code dead} off the list.
	 * @param collection {@code findings}
	 * @param id the finding's id
	 * @param acknowledged {@code true}
	 * @param security who asks
	 * @return 204, or 404 if there is no such finding
	 */
	@WriteOperation
	public WebEndpointResponse<Object> acknowledge(@Selector String collection, @Selector String id,
			boolean acknowledged, SecurityContext security) {
		try {
			return this.operations.isAcknowledged(collection, id, acknowledged, security.getPrincipal())
					? new WebEndpointResponse<>(204) : notFound();
		}
		catch (InvalidEndpointRequestException ex) {
			return error(400, "acknowledged", String.valueOf(ex.getReason()));
		}
	}

	/**
	 * Estimates the memory that the leaked tasks of a site keep. Takes no body, and so
	 * asks for nobody's name: only then does it replace the endpoint's own operation.
	 * @param collection {@code sites}
	 * @param id the site's fingerprint, or {@code Class#method}
	 * @param question {@code kept}
	 * @return what was measured, or 404 if there is no such site
	 */
	@WriteOperation
	public WebEndpointResponse<Object> kept(@Selector String collection, @Selector String id,
			@Selector String question) {
		KeptDescriptor kept = this.operations.kept(collection, id, question);
		return (kept != null) ? json(kept) : notFound();
	}

	private static WebEndpointResponse<Object> json(Object body) {
		return new WebEndpointResponse<>(body, AcceptedType.JSON.getProducedMimeType());
	}

	private static WebEndpointResponse<Object> notFound() {
		return new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
	}

	private WebEndpointResponse<Object> answer(TimersFormat format, TaskQuery query, ProfileOwners owners,
			@Nullable AcceptedType accepted) {
		return switch (format) {
			case JSON -> new WebEndpointResponse<>(this.operations.read(query), jsonType(accepted));
			case HTML -> new WebEndpointResponse<>(this.page.document(), AcceptedType.HTML);
			case TEXT ->
				new WebEndpointResponse<>(this.operations.dump().getBytes(StandardCharsets.UTF_8), AcceptedType.TEXT);
			case PPROF ->
				new WebEndpointResponse<>(this.operations.profile(owners), MimeTypeUtils.APPLICATION_OCTET_STREAM);
			case STACKS -> new WebEndpointResponse<>(this.operations.stacks(), jsonType(accepted));
			case HOUR -> new WebEndpointResponse<>(this.operations.hour(), jsonType(accepted));
		};
	}

	private static MimeType jsonType(@Nullable AcceptedType accepted) {
		return (accepted != null && accepted.format() == TimersFormat.JSON) ? accepted.getProducedMimeType()
				: AcceptedType.JSON.getProducedMimeType();
	}

	private static WebEndpointResponse<Object> error(int status, @Nullable String parameter, String message) {
		return new WebEndpointResponse<>(new ErrorDescriptor(status, parameter, message), status,
				AcceptedType.JSON.getProducedMimeType());
	}

}
