package com.acme.requests;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Schedules too, in the error dispatch of the request that failed. */
@RestController
public class ErrorPage implements ErrorController {

	private final CartController carts;

	private volatile Runnable watcher = () -> {
	};

	public ErrorPage(CartController carts) {
		this.carts = carts;
	}

	@RequestMapping("/error")
	public String error(@RequestParam(defaultValue = "true") boolean carefulPage) {
		this.watcher.run();
		return this.carts.plain("error", carefulPage);
	}

	/** Lets a test look around while the page is made. */
	public void watch(Runnable watcher) {
		this.watcher = watcher;
	}

}
