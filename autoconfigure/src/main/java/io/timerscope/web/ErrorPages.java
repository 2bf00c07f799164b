package io.timerscope.web;

import java.util.concurrent.TimeUnit;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/**
 * Whether the container will dispatch a request to an error page. The Servlet API does
 * not tell {@code sendError} from {@code setStatus}, short of wrapping the response.
 */
final class ErrorPages {

	/** An error page follows its failure at once, or not at all. */
	static final long AT_ONCE_NANOS = TimeUnit.SECONDS.toNanos(1);

	/** What Jetty notes at {@code sendError}; Tomcat notes it when the page follows. */
	private static final String JETTY_STATUS = "org.eclipse.jetty.server.error_status";

	private ErrorPages() {
	}

	/**
	 * What to expect after a dispatch.
	 * @param request the request
	 * @param response its response
	 * @param thrown whether the dispatch ended by an exception
	 * @return the prospect, or {@code null} if no error page follows
	 */
	static @Nullable Prospect after(HttpServletRequest request, HttpServletResponse response, boolean thrown) {
		if (request.getDispatcherType() == DispatcherType.ERROR) {
			return null;
		}
		if (thrown) {
			return Prospect.CERTAIN;
		}
		// both containers call a response committed from sendError on
		return (response.getStatus() >= HttpServletResponse.SC_BAD_REQUEST && response.isCommitted())
				? Prospect.POSSIBLE : null;
	}

	static boolean isAnnounced(HttpServletRequest request) {
		return request.getAttribute(JETTY_STATUS) != null
				|| request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) != null;
	}

	/** How likely an error page is. */
	enum Prospect {

		/** The status is an error's, which the handler may have written itself. */
		POSSIBLE,

		/** An exception went through. */
		CERTAIN

	}

}
