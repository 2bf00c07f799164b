package io.timerscope.web;

import io.timerscope.OwnerKind;
import io.timerscope.OwnerOnDemand;
import io.timerscope.TaskLedger;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * One request, from its first dispatch to its last or to the end of its asynchronous
 * work. It is kept in an attribute of the request and holds the request itself only while
 * a dispatch is under way, so that whoever keeps this keeps nothing of the request.
 */
final class RequestOwner extends OwnerOnDemand implements AsyncListener {

	static final String ATTRIBUTE = RequestOwner.class.getName();

	private final String method;

	private volatile String path;

	private volatile @Nullable HttpServletRequest dispatched;

	private volatile boolean listening;

	RequestOwner(TaskLedger ledger, HttpServletRequest request) {
		super(ledger, OwnerKind.REQUEST);
		this.method = request.getMethod();
		this.path = Route.rawPath(request);
	}

	/**
	 * A dispatch begins. Its route is the request's, unless it is an error page's.
	 * @param request the request as this dispatch sees it
	 * @param names whether its route is the request's
	 */
	void enter(HttpServletRequest request, boolean names) {
		this.listening = false;
		this.dispatched = names ? request : null;
		if (isEnded()) {
			reopen();
		}
	}

	/** The dispatch is over: the request goes on asynchronously, or ends. */
	void exit(HttpServletRequest request) {
		learnRoute();
		this.dispatched = null;
		if (!request.isAsyncStarted() || !listens(request)) {
			end();
		}
	}

	/** Returns {@code false} if the asynchronous work is over by now. */
	private boolean listens(HttpServletRequest request) {
		if (this.listening) {
			return true;
		}
		try {
			request.getAsyncContext().addListener(this);
			return true;
		}
		catch (IllegalStateException ex) {
			return false;
		}
	}

	private void learnRoute() {
		HttpServletRequest request = this.dispatched;
		if (request != null) {
			this.path = Route.of(request, this.path);
			rename();
		}
	}

	@Override
	protected String name() {
		HttpServletRequest request = this.dispatched;
		return this.method + " " + ((request != null) ? Route.of(request, this.path) : this.path);
	}

	/** A further cycle does not take its listeners over. */
	@Override
	public void onStartAsync(AsyncEvent event) {
		this.listening = true;
		event.getAsyncContext().addListener(this);
	}

	@Override
	public void onComplete(AsyncEvent event) {
		end();
	}

	/** Not the end: a dispatch follows. */
	@Override
	public void onTimeout(AsyncEvent event) {
	}

	/** Not the end: a dispatch follows. */
	@Override
	public void onError(AsyncEvent event) {
	}

}
