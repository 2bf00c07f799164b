package com.acme.requests;

import java.io.IOException;
import java.util.concurrent.ScheduledFuture;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Knows no Spring MVC. */
public class RawServlet extends HttpServlet {

	private static final long serialVersionUID = 1L;

	private final transient CartController carts;

	public RawServlet(CartController carts) {
		this.carts = carts;
	}

	@Override
	protected void doGet(HttpServletRequest request, HttpServletResponse response) {
		AsyncContext async = request.startAsync();
		ScheduledFuture<?> expiry = this.carts.expireLater();
		boolean careful = Boolean.parseBoolean(request.getParameter("careful"));
		new Thread(() -> {
			try {
				response.getWriter().write("raw");
			}
			catch (IOException ex) {
				// the client is gone
			}
			if (careful) {
				expiry.cancel(false);
			}
			async.complete();
		}).start();
	}

}
