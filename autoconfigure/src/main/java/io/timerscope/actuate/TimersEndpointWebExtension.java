package io.timerscope.actuate;

import java.nio.charset.StandardCharsets;

import io.timerscope.LedgerReader;
import io.timerscope.TaskQuery;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
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

	private final TimersEndpoint endpoint;

	private final TimersPage page;

	/**
	 * Makes the extension.
	 * @param endpoint the endpoint
	 * @param page what a browser gets
	 */
	public TimersEndpointWebExtension(TimersEndpoint endpoint, TimersPage page) {
		this.endpoint = endpoint;
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
	 * @param format {@code json}, {@code html}, {@code text} or {@code pprof}
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
			@org.springframework.lang.Nullable @Nullable AcceptedType accepted) {
		try {
			TaskQuery query = new TimersParameters(state, scheduler, owner, site, limit, after).query();
			TimersFormat wanted = TimersFormat.of(format, accepted);
			return (wanted != null) ? answer(wanted, query, accepted) : new WebEndpointResponse<>(406);
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
		TaskDescriptor task = this.endpoint.timer(id);
		return (task != null) ? new WebEndpointResponse<>(task)
				: new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
	}

	/**
	 * Cancels a task.
	 * @param id its id
	 * @return 204, 404 if there is no such live task, 409 if its scheduler would not let
	 * go
	 */
	@DeleteOperation
	public WebEndpointResponse<Object> cancel(@Selector String id) {
		TimersEndpoint.Cancellation cancellation = this.endpoint.cancelTask(id);
		return (cancellation == TimersEndpoint.Cancellation.REFUSED)
				? error(cancellation.status(), null, cancellation.sentence(id))
				: new WebEndpointResponse<>(cancellation.status());
	}

	private WebEndpointResponse<Object> answer(TimersFormat format, TaskQuery query, @Nullable AcceptedType accepted) {
		LedgerReader ledger = this.endpoint.ledger().read();
		return switch (format) {
			case JSON -> new WebEndpointResponse<>(this.endpoint.read(query), jsonType(accepted));
			case HTML -> new WebEndpointResponse<>(this.page.document(), AcceptedType.HTML);
			case TEXT ->
				new WebEndpointResponse<>(this.endpoint.counted("dump the timers", this::dump), AcceptedType.TEXT);
			case PPROF -> new WebEndpointResponse<>(
					this.endpoint.counted("make the profile", () -> TimersProfile.of(ledger.groups(), ledger.time())),
					MimeTypeUtils.APPLICATION_OCTET_STREAM);
			case STACKS -> new WebEndpointResponse<>(
					this.endpoint.counted("read the stacks", () -> StacksDescriptor.of(ledger.groups())),
					jsonType(accepted));
		};
	}

	private byte[] dump() {
		return this.endpoint.dump().getBytes(StandardCharsets.UTF_8);
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
