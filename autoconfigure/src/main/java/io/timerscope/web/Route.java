package io.timerscope.web;

import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;

/**
 * The route of a request: the pattern of Spring MVC, else that of the servlet, else the
 * path as it came, without its query.
 */
final class Route {

	/** The attributes by name, since there are servlets without Spring MVC. */
	private static final String PATTERN = "org.springframework.web.servlet.HandlerMapping.bestMatchingPattern";

	private static final String HANDLER = "org.springframework.web.servlet.HandlerMapping.bestMatchingHandler";

	private static final String STATIC_RESOURCES = "ResourceHttpRequestHandler";

	private Route() {
	}

	static String of(HttpServletRequest request, String otherwise) {
		Object pattern = request.getAttribute(PATTERN);
		if (pattern != null) {
			return isStaticResource(request) ? otherwise : pattern.toString();
		}
		HttpServletMapping mapping = request.getHttpServletMapping();
		String servlet = (mapping != null) ? mapping.getPattern() : null;
		return (servlet == null || servlet.isEmpty() || servlet.equals("/") || servlet.equals("/*")) ? otherwise
				: servlet;
	}

	static String rawPath(HttpServletRequest request) {
		String path = request.getRequestURI();
		int parameters = path.indexOf(';');
		return (parameters < 0) ? path : path.substring(0, parameters);
	}

	/** Its pattern matches whatever no route matched. */
	private static boolean isStaticResource(HttpServletRequest request) {
		Object handler = request.getAttribute(HANDLER);
		return handler != null && handler.getClass().getSimpleName().equals(STATIC_RESOURCES);
	}

}
