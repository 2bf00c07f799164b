package io.timerscope.pool;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * The pools of all schedulers of one name, such as the instances of a prototype. Written
 * when a scheduler is made, read by any thread.
 */
public final class PoolViews implements PoolView {

	private static final int SMALL = 4;

	private volatile List<PoolView> views = List.of();

	/** The view, while there is only one: asked whenever a task is cancelled. */
	private volatile @Nullable PoolView only;

	/** Whether a scheduler was collected whose threads may still run its tasks. */
	private volatile boolean lostSight;

	private volatile int tidyAt = SMALL;

	/** Adds a pool. */
	public synchronized void add(PoolView view) {
		List<PoolView> views = new ArrayList<>(this.views);
		views.add(view);
		this.views = views;
		this.only = (views.size() == 1) ? view : null;
	}

	/** Drops, now and then, the pools that have ended. */
	public void tidy() {
		List<PoolView> before = this.views;
		if (before.size() > this.tidyAt) {
			List<PoolView> gone = before.stream().filter(PoolView::isGone).toList();
			List<PoolView> ended = before.stream().filter(PoolViews::isTerminated).toList();
			remove(gone, ended);
		}
	}

	private synchronized void remove(List<PoolView> gone, List<PoolView> ended) {
		List<PoolView> views = new ArrayList<>(this.views);
		this.lostSight |= views.removeAll(gone);
		views.removeAll(ended);
		this.tidyAt = Math.max(SMALL, views.size() * 2);
		this.views = views;
		this.only = (views.size() == 1) ? views.get(0) : null;
	}

	@Override
	public @Nullable Integer poolSize() {
		return sum(PoolView::poolSize);
	}

	@Override
	public @Nullable Integer activeThreads() {
		return sum(PoolView::activeThreads);
	}

	@Override
	public boolean isPaused() {
		return any(PoolView::isPaused);
	}

	@Override
	public @Nullable Integer queued() {
		return sum(PoolView::queued);
	}

	@Override
	public @Nullable Boolean removeOnCancel() {
		PoolView only = this.only;
		if (only != null) {
			return only.removeOnCancel();
		}
		Boolean all = null;
		for (PoolView view : this.views) {
			Boolean one = view.removeOnCancel();
			if (one != null) {
				all = one && (all == null || all);
			}
		}
		return all;
	}

	@Override
	public @Nullable String removeOnCancelAdvice() {
		for (PoolView view : this.views) {
			String advice = view.removeOnCancelAdvice();
			if (advice != null) {
				return advice;
			}
		}
		return null;
	}

	@Override
	public @Nullable Integer retained() {
		return sum(PoolView::retained);
	}

	@Override
	public boolean holds(Future<?> future) {
		return any((view) -> view.holds(future));
	}

	/** Known only if each of the pools can be asked. */
	@Override
	public @Nullable Collection<?> queue() {
		List<Object> entries = new ArrayList<>();
		for (PoolView view : this.views) {
			Collection<?> some = view.queue();
			if (some == null) {
				return null;
			}
			entries.addAll(some);
		}
		return this.lostSight ? null : entries;
	}

	@Override
	public boolean holdsWhatItReturns() {
		return !any((view) -> !view.holdsWhatItReturns());
	}

	@Override
	public boolean isShared() {
		return any(PoolView::isShared);
	}

	/** Pools of one name most often call their threads alike. */
	@Override
	public @Nullable String threadNamePrefix() {
		for (PoolView view : this.views) {
			String prefix = view.threadNamePrefix();
			if (prefix != null) {
				return prefix;
			}
		}
		return null;
	}

	@Override
	public void purge() {
		this.views.forEach(PoolView::purge);
	}

	@Override
	public @Nullable Boolean isShutdown() {
		Boolean all = null;
		for (PoolView view : this.views) {
			Boolean one = isShutdown(view);
			if (one != null) {
				all = one && (all == null || all);
			}
		}
		return all;
	}

	@Override
	public boolean isTerminated() {
		return !this.lostSight && !any((view) -> !isTerminated(view));
	}

	private static @Nullable Boolean isShutdown(PoolView view) {
		try {
			return view.isShutdown();
		}
		catch (RuntimeException ex) {
			return null;
		}
	}

	@Override
	public boolean isGone() {
		return !any((view) -> !view.isGone());
	}

	/** A container's executor may refuse to say; then it is not. */
	private static boolean isTerminated(PoolView view) {
		try {
			return view.isTerminated();
		}
		catch (RuntimeException ex) {
			return false;
		}
	}

	private boolean any(Predicate<PoolView> question) {
		for (PoolView view : this.views) {
			if (question.test(view)) {
				return true;
			}
		}
		return false;
	}

	private @Nullable Integer sum(Function<PoolView, @Nullable Integer> question) {
		Integer sum = null;
		for (PoolView view : this.views) {
			Integer one = question.apply(view);
			if (one != null) {
				sum = (sum == null) ? one : sum + one;
			}
		}
		return sum;
	}

}
