package io.timerscope.sample.storm;

import java.util.List;

/** One of the four ways in which the shop meets the storm. */
enum Scene {

	CAREFUL("careful", "/careful/orders", "#117733"),

	UNOBSERVED("leaking, starter off", "/leaking/orders", "#cc3311", "--timerscope.enabled=false"),

	CANCEL("leaking, leaks cancelled", "/leaking/orders", "#0077bb", "--timerscope.leaks.action=cancel"),

	GUARD("leaking, guard sheds", "/leaking/orders", "#aa6600", "--timerscope.guard.action=shed",
			"--timerscope.guard.max-live=5000");

	private final String title;

	private final String orders;

	private final String colour;

	private final List<String> options;

	Scene(String title, String orders, String colour, String... options) {
		this.title = title;
		this.orders = orders;
		this.colour = colour;
		this.options = List.of(options);
	}

	String title() {
		return this.title;
	}

	/** The path of the orders. */
	String orders() {
		return this.orders;
	}

	String colour() {
		return this.colour;
	}

	List<String> options() {
		return this.options;
	}

	boolean isObserved() {
		return this != UNOBSERVED;
	}

}
