package io.timerscope.webflux;

import io.timerscope.OwnerContext;
import io.timerscope.OwnerSource;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxOperator;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoOperator;
import reactor.util.context.Context;

/**
 * Hands each signal of a session to the handler on behalf of the session, whichever
 * thread the server has for it.
 *
 * @param <T> what the signals carry
 */
final class OwnedSignals<T> implements CoreSubscriber<T> {

	private final CoreSubscriber<? super T> actual;

	private final OwnerContext context;

	private final OwnerSource owner;

	private OwnedSignals(CoreSubscriber<? super T> actual, OwnerContext context, OwnerSource owner) {
		this.actual = actual;
		this.context = context;
		this.owner = owner;
	}

	static <T> Flux<T> of(Flux<T> source, OwnerContext context, OwnerSource owner) {
		return new FluxOperator<T, T>(source) {

			@Override
			public void subscribe(CoreSubscriber<? super T> actual) {
				this.source.subscribe(new OwnedSignals<>(actual, context, owner));
			}

		};
	}

	static <T> Mono<T> of(Mono<T> source, OwnerContext context, OwnerSource owner) {
		return new MonoOperator<T, T>(source) {

			@Override
			public void subscribe(CoreSubscriber<? super T> actual) {
				this.source.subscribe(new OwnedSignals<>(actual, context, owner));
			}

		};
	}

	@Override
	public Context currentContext() {
		return this.actual.currentContext();
	}

	@Override
	public void onSubscribe(Subscription subscription) {
		onBehalf(() -> this.actual.onSubscribe(subscription));
	}

	@Override
	public void onNext(T value) {
		onBehalf(() -> this.actual.onNext(value));
	}

	@Override
	public void onError(Throwable failure) {
		onBehalf(() -> this.actual.onError(failure));
	}

	@Override
	public void onComplete() {
		onBehalf(this.actual::onComplete);
	}

	private void onBehalf(Runnable signal) {
		OwnerSource before = this.context.swap(this.owner);
		try {
			signal.run();
		}
		finally {
			this.context.swap(before);
		}
	}

}
