package io.timerscope.web;

import java.util.concurrent.Callable;

import io.timerscope.OwnerContext;
import org.jspecify.annotations.Nullable;

import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.async.CallableProcessingInterceptor;

/**
 * Hands the request over to the thread on which Spring MVC runs a {@link Callable} or
 * writes a streaming body.
 *
 * @since 0.1.0
 */
public final class CallableHandOver implements CallableProcessingInterceptor {

	private final OwnerContext context;

	/**
	 * Hands requests over.
	 * @param context the owners of the threads
	 */
	public CallableHandOver(OwnerContext context) {
		this.context = context;
	}

	@Override
	public <T> void preProcess(NativeWebRequest request, Callable<T> task) {
		if (owner(request) instanceof RequestOwner owner) {
			this.context.enter(owner);
		}
	}

	/** A request that is over by now may refuse, and the task runs all the same. */
	private static @Nullable Object owner(NativeWebRequest request) {
		try {
			return request.getAttribute(RequestOwner.ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
		}
		catch (RuntimeException ex) {
			return null;
		}
	}

	/** Leaves the request alone, which may be over by now. */
	@Override
	public <T> void postProcess(NativeWebRequest request, Callable<T> task, @Nullable Object result) {
		this.context.leave();
	}

}
