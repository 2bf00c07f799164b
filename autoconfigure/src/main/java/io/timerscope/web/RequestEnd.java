package io.timerscope.web;

import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Hears from the container that no error page follows on a request. Jetty says so after
 * every dispatch and Tomcat twice after a timeout, so that it is the end for some
 * requests only.
 *
 * @since 0.1.0
 */
public final class RequestEnd implements ServletRequestListener {

	private final OpenRequests open;

	/**
	 * Hears of requests.
	 * @param open those that may end so
	 */
	public RequestEnd(OpenRequests open) {
		this.open = open;
	}

	@Override
	public void requestDestroyed(ServletRequestEvent event) {
		if (event.getServletRequest() instanceof HttpServletRequest request
				&& request.getAttribute(RequestOwner.ATTRIBUTE) instanceof RequestOwner owner) {
			this.open.ledger().guarded("hear of the end of a request", () -> owner.destroyed(request));
		}
	}

}
