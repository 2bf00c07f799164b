package io.timerscope.actuate;

import org.springframework.boot.actuate.endpoint.web.annotation.EndpointWebExtension;

/**
 * The endpoint {@code timerscope} over HTTP.
 *
 * @since 0.1.0
 */
@EndpointWebExtension(endpoint = TimerscopeEndpoint.class)
public class TimerscopeEndpointWebExtension extends TimersEndpointWebExtension {

	/**
	 * Makes the extension.
	 * @param endpoint the endpoint
	 * @param page what a browser gets
	 * @param threadsAllowed whether the view of threads may be asked for
	 */
	public TimerscopeEndpointWebExtension(TimerscopeEndpoint endpoint, TimersPage page, boolean threadsAllowed) {
		super(endpoint, page, threadsAllowed);
	}

}
