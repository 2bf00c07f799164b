package io.timerscope.webflux;

import io.timerscope.OwnerContext;
import io.timerscope.OwnerSource;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoOperator;

/**
 * Works on behalf of an owner while it is subscribed to: up to the first change of
 * thread, without any hook.
 */
final class OnBehalf extends MonoOperator<Void, Void> {

	private final OwnerContext context;

	private final OwnerSource owner;

	OnBehalf(Mono<Void> source, OwnerContext context, OwnerSource owner) {
		super(source);
		this.context = context;
		this.owner = owner;
	}

	@Override
	public void subscribe(CoreSubscriber<? super Void> actual) {
		OwnerSource before = this.context.swap(this.owner);
		try {
			this.source.subscribe(actual);
		}
		finally {
			this.context.swap(before);
		}
	}

}
