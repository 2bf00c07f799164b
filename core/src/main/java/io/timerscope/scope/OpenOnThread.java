package io.timerscope.scope;

import io.timerscope.Owner;
import io.timerscope.OwnerContext;
import io.timerscope.OwnerSource;
import org.jspecify.annotations.Nullable;

/**
 * A scope that is open on a thread. Anyone may close it, from anywhere; the thread that
 * opened it then falls back to what was around the scope. So it does when the call that
 * opened the scope returns and leaves it open.
 *
 * @param scope the scope's owner
 * @param opener the call that opened it
 * @param outer what the thread worked for before
 */
record OpenOnThread(Owner scope, Opener opener, @Nullable OwnerSource outer) implements OwnerSource {

	/** Takes scopes off the thread that are over or were left open. */
	static void tidy(OwnerContext context) {
		if (context.source() instanceof OpenOnThread top) {
			context.swap(living(top));
		}
	}

	static void enter(OwnerContext context, Owner scope) {
		context.swap(new OpenOnThread(scope, Opener.current(), living(context.source())));
	}

	private static @Nullable OwnerSource living(@Nullable OwnerSource source) {
		OwnerSource living = source;
		while (living instanceof OpenOnThread top && (top.scope.isEnded() || !top.opener.goesOn())) {
			living = top.outer;
		}
		return living;
	}

	@Override
	public @Nullable Owner owner() {
		OwnerSource living = living(this);
		if (living == this) {
			return this.scope;
		}
		return (living == null) ? null : living.owner();
	}

}
