package io.timerscope.web;

import java.io.IOException;

import io.timerscope.OwnerContext;
import io.timerscope.OwnerSource;
import io.timerscope.TaskLedger;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Makes a request the owner of what its threads schedule, and says when it is over. To be
 * registered first in the chain, for every dispatcher type, with asynchronous support.
 * Neither request nor response is wrapped.
 *
 * @since 0.1.0
 */
public final class RequestOwnerFilter implements Filter {

	private final TaskLedger ledger;

	private final OwnerContext context;

	/**
	 * Follows requests.
	 * @param ledger where their tasks are noted
	 */
	public RequestOwnerFilter(TaskLedger ledger) {
		this.ledger = ledger;
		this.context = ledger.context();
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		RequestOwner owner = (request instanceof HttpServletRequest http && !isNested(request)) ? enter(http) : null;
		if (owner == null) {
			chain.doFilter(request, response);
			return;
		}
		OwnerSource before = this.context.swap(owner);
		try {
			chain.doFilter(request, response);
		}
		finally {
			this.context.swap(before);
			this.ledger.guarded("leave a request", () -> owner.exit((HttpServletRequest) request));
		}
	}

	private @Nullable RequestOwner enter(HttpServletRequest request) {
		try {
			RequestOwner owner = (RequestOwner) request.getAttribute(RequestOwner.ATTRIBUTE);
			if (owner == null) {
				owner = new RequestOwner(this.ledger, request);
				request.setAttribute(RequestOwner.ATTRIBUTE, owner);
			}
			owner.enter(request, request.getDispatcherType() != DispatcherType.ERROR);
			return owner;
		}
		catch (RuntimeException ex) {
			this.ledger.guarded("enter a request", () -> {
				throw ex;
			});
			return null;
		}
	}

	/** A forward or include happens inside the dispatch that it belongs to. */
	private static boolean isNested(ServletRequest request) {
		DispatcherType type = request.getDispatcherType();
		return type == DispatcherType.FORWARD || type == DispatcherType.INCLUDE;
	}

}
