package io.timerscope.web;

import java.io.IOException;

import io.timerscope.OwnerContext;
import io.timerscope.OwnerSource;
import io.timerscope.ledger.TaskLedger;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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

	private final OpenRequests open;

	private final OwnerContext context;

	/**
	 * Follows requests.
	 * @param open those that go on without a thread
	 */
	public RequestOwnerFilter(OpenRequests open) {
		this.ledger = open.ledger();
		this.open = open;
		this.context = this.ledger.context();
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
		boolean thrown = true;
		try {
			chain.doFilter(request, response);
			thrown = false;
		}
		finally {
			this.context.swap(before);
			leave(owner, (HttpServletRequest) request, (HttpServletResponse) response, thrown);
		}
	}

	private void leave(RequestOwner owner, HttpServletRequest request, HttpServletResponse response, boolean thrown) {
		this.ledger.guarded("leave a request", () -> owner.exit(request, ErrorPages.after(request, response, thrown)));
	}

	private @Nullable RequestOwner enter(HttpServletRequest request) {
		try {
			RequestOwner owner = (RequestOwner) request.getAttribute(RequestOwner.ATTRIBUTE);
			if (owner == null) {
				owner = new RequestOwner(this.ledger, this.open, request);
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
