package io.timerscope.sample.soak;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Customers of the shop, careful and leaking. Used by one thread. */
final class Customers {

	private static final Pattern ID = Pattern.compile("\"id\":\"?([^,\"}]+)");

	private final Http shop;

	private int leaks;

	Customers(Http shop) {
		this.shop = shop;
	}

	/** How many tasks they have left behind. */
	int leaks() {
		return this.leaks;
	}

	void shop(int second) throws IOException, InterruptedException {
		order("/careful/orders");
		fillCart("/careful/carts");
		this.shop.watch("/careful/prices");
		if (second % 2 == 0) {
			order("/leaking/orders");
			this.shop.watch("/leaking/prices");
			this.leaks += 2;
		}
		if (second % 10 == 0) {
			this.shop.send("PUT", "/lasting/sales-report?every=PT1S", "");
		}
		if (second % 60 == 0) {
			this.shop.send("POST", "/lasting/review-reminders?customer=soak", "");
			this.shop.watch("/lasting/news");
		}
	}

	private void order(String path) throws IOException, InterruptedException {
		String order = this.shop.send("POST", path, "{\"customer\":\"soak\"}");
		this.shop.send("POST", path + "/" + id(order) + "/payment", "");
	}

	private void fillCart(String path) throws IOException, InterruptedException {
		this.shop.send("POST", path + "/" + id(this.shop.send("POST", path, "")) + "/checkout", "");
	}

	private static String id(String answer) {
		Matcher id = ID.matcher(answer);
		if (!id.find()) {
			throw new IllegalStateException("no id in " + answer);
		}
		return id.group(1);
	}

}
