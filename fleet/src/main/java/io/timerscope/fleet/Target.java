package io.timerscope.fleet;

import java.net.URI;

/**
 * One instance to ask.
 *
 * @param name what people call it: host and port, or the URL where that has a path
 * @param uri where its endpoint is
 */
record Target(String name, URI uri) {

	/** The endpoint with a query. */
	URI ask(String query) {
		return URI.create(this.uri + ((this.uri.getRawQuery() == null) ? "?" : "&") + query);
	}

	/** Where the endpoint is if another library's has its id. */
	Target elsewhere() {
		String path = this.uri.toString();
		return new Target(this.name, URI.create(path.replaceFirst("/timers(?=\\?|$)", "/timerscope")));
	}

}
