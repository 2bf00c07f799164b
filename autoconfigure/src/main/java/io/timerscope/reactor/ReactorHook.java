package io.timerscope.reactor;

import java.util.Arrays;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BiFunction;

import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * What Reactor asks whenever it makes an executor. There is one in a JVM, as there is one
 * of everything that it decorates, and it knows the applications that live now. It is
 * removed from Reactor when the last of them closes. The executors that it decorated stay
 * decorated, for an application that may follow, and let everything pass meanwhile.
 */
final class ReactorHook implements BiFunction<Scheduler, ScheduledExecutorService, ScheduledExecutorService> {

	private static final ReactorTimers[] NONE = {};

	static final ReactorHook OF_JVM = new ReactorHook();

	/** Another copy of these classes, in another class loader, has another one. */
	private final String key = "io.timerscope.reactor." + Integer.toHexString(System.identityHashCode(this));

	/** The schedulers whose executors were decorated; guarded by itself. */
	private final Set<Scheduler> decorated = Collections.newSetFromMap(new WeakHashMap<>());

	/** Never changed in place. */
	private volatile ReactorTimers[] applications = NONE;

	private ReactorHook() {
	}

	/** The applications that live now; not to be changed. */
	ReactorTimers[] applications() {
		return this.applications;
	}

	/** Whether a scheduler was made while an application lived. */
	boolean knows(Object scheduler) {
		synchronized (this.decorated) {
			return this.decorated.contains(scheduler);
		}
	}

	synchronized void join(ReactorTimers application) {
		ReactorTimers[] before = this.applications;
		if (before.length == 0) {
			Schedulers.addExecutorServiceDecorator(this.key, this);
		}
		ReactorTimers[] joined = Arrays.copyOf(before, before.length + 1);
		joined[before.length] = application;
		this.applications = joined;
		tellOfNeighbours();
	}

	synchronized void leave(ReactorTimers application) {
		this.applications = Arrays.stream(this.applications)
			.filter((it) -> it != application)
			.toArray(ReactorTimers[]::new);
		if (this.applications.length == 0) {
			Schedulers.removeExecutorServiceDecorator(this.key);
		}
		tellOfNeighbours();
	}

	private void tellOfNeighbours() {
		for (ReactorTimers application : this.applications) {
			application.hasNeighbours(this.applications.length > 1);
		}
	}

	/** Called with Reactor's lock held, hence no more than this. */
	@Override
	public ScheduledExecutorService apply(Scheduler scheduler, ScheduledExecutorService executor) {
		try {
			for (ReactorTimers application : this.applications) {
				if (application.isTracked(executor)) {
					return executor;
				}
			}
			synchronized (this.decorated) {
				this.decorated.add(scheduler);
			}
			return (executor instanceof ReactorExecutor) ? executor
					: new ReactorExecutor(this, executor, ReactorName.of(scheduler));
		}
		catch (RuntimeException | LinkageError ex) {
			return executor;
		}
	}

}
