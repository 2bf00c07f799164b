package io.timerscope.actuate;

import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;

/**
 * A parameter of the endpoint has a value that it does not take.
 */
final class BadParameterException extends InvalidEndpointRequestException {

	private static final long serialVersionUID = 1L;

	private static final int SHOWN = 100;

	private final String parameter;

	BadParameterException(String parameter, String takes, String value) {
		this(parameter, "Parameter '" + parameter + "' takes " + takes + ", but was '" + cut(value) + "'");
	}

	private BadParameterException(String parameter, String message) {
		super(message, message);
		this.parameter = parameter;
	}

	/** None of the parameters is given of which one is required. */
	static BadParameterException nothingToCancelBy() {
		return new BadParameterException("site",
				"One of the parameters site, owner and scheduler is required: without any, every task would be cancelled");
	}

	String parameter() {
		return this.parameter;
	}

	private static String cut(String value) {
		return (value.length() <= SHOWN) ? value : value.substring(0, SHOWN - 1) + "…";
	}

}
