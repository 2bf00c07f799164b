package io.timerscope.web;

import io.timerscope.OwnerKind;
import io.timerscope.ledger.OwnerOnDemand;
import io.timerscope.ledger.TaskLedger;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * One request, from its first dispatch to its last, the error page's included, or to the
 * end of its asynchronous work. It is kept in an attribute of the request and holds the
 * request itself, or its asynchronous context, only until its end, so that whoever keeps
 * this keeps nothing of the request.
 * <p>
 * Written by the thread of the dispatch and by the container's that complete, one after
 * the other, and by the clock in between, which looks at {@link #dispatching} first.
 */
final class RequestOwner extends OwnerOnDemand implements AsyncListener {

	static final String ATTRIBUTE = RequestOwner.class.getName();

	private final OpenRequests open;

	private final TaskLedger ledger;

	private final String method;

	private String path;

	private volatile boolean dispatching;

	private volatile @Nullable HttpServletRequest dispatched;

	private volatile boolean listed;

	private boolean listening;

	private @Nullable AsyncContext async;

	private @Nullable Failure failure;

	RequestOwner(TaskLedger ledger, OpenRequests open, HttpServletRequest request) {
		super(ledger, OwnerKind.REQUEST);
		this.open = open;
		this.ledger = ledger;
		this.method = request.getMethod();
		this.path = Route.rawPath(request);
	}

	/**
	 * A dispatch begins. Its route is the request's, unless it is an error page's.
	 * @param request the request as this dispatch sees it
	 * @param names whether its route is the request's
	 */
	void enter(HttpServletRequest request, boolean names) {
		this.failure = null;
		this.listening = false;
		this.dispatched = names ? request : null;
		this.dispatching = true;
		if (isEnded()) {
			reopen();
		}
	}

	/**
	 * The dispatch is over: the request goes on asynchronously or with an error page, or
	 * ends.
	 * @param request the request
	 * @param mayFail what an error page may follow on, or {@code null}
	 */
	void exit(HttpServletRequest request, ErrorPages.@Nullable Prospect mayFail) {
		learnRoute();
		this.dispatched = null;
		boolean goesOn = request.isAsyncStarted() ? listens(request) : this.async != null;
		if (!request.isAsyncStarted() && mayFail != null) {
			this.failure = new Failure(mayFail, this.ledger.time().nanos());
			goesOn = true;
		}
		this.dispatching = false;
		if (goesOn) {
			this.listed = true;
			this.open.add(this);
		}
		if (!goesOn || isEnded()) {
			over();
		}
	}

	/** Returns {@code false} if the asynchronous work is over by now. */
	private boolean listens(HttpServletRequest request) {
		if (this.listening) {
			return true;
		}
		try {
			AsyncContext async = request.getAsyncContext();
			this.async = async;
			async.addListener(this);
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
		this.async = event.getAsyncContext();
		event.getAsyncContext().addListener(this);
	}

	/**
	 * The request is over. Tomcat also says so after a timeout, before its error page;
	 * then the page is waited for.
	 */
	@Override
	public void onComplete(AsyncEvent event) {
		if (this.failure == null) {
			over();
		}
	}

	/** Not the end: a dispatch follows. */
	@Override
	public void onTimeout(AsyncEvent event) {
	}

	/** Not the end: a dispatch follows. */
	@Override
	public void onError(AsyncEvent event) {
	}

	/**
	 * The container is done with a request that is not asynchronous, or with a dispatch.
	 */
	void destroyed(HttpServletRequest request) {
		Failure failure = this.failure;
		if (failure != null && this.async == null && failure.prospect == ErrorPages.Prospect.POSSIBLE
				&& !ErrorPages.isAnnounced(request)) {
			over();
		}
	}

	/** Ends where no signal came: the container has let go, or no error page followed. */
	void ask() {
		if (this.dispatching) {
			return;
		}
		Failure failure = this.failure;
		boolean over = (failure != null) ? this.ledger.time().nanos() - failure.sinceNanos > ErrorPages.AT_ONCE_NANOS
				: isLetGo(this.async);
		if (over && !this.dispatching) {
			over();
		}
	}

	/** Tomcat and Jetty refuse every question about a request that they have let go. */
	private static boolean isLetGo(@Nullable AsyncContext async) {
		if (async == null) {
			return false;
		}
		try {
			async.getTimeout();
			return false;
		}
		catch (IllegalStateException ex) {
			return true;
		}
	}

	private void over() {
		this.failure = null;
		this.async = null;
		end();
		if (this.listed) {
			this.open.remove(this);
		}
	}

	/**
	 * A dispatch after which an error page may follow.
	 *
	 * @param prospect how likely
	 * @param sinceNanos when the dispatch was over
	 */
	private record Failure(ErrorPages.Prospect prospect, long sinceNanos) {
	}

}
