package com.acme.orders;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** An application's code: every way in which a line can come to schedule something. */
public class Orders {

	private final ScheduledExecutorService scheduler;

	public Orders(ScheduledExecutorService scheduler) {
		this.scheduler = scheduler;
	}

	public ScheduledFuture<?> place() {
		return later(this.scheduler);
	}

	private static ScheduledFuture<?> later(ScheduledExecutorService scheduler) {
		return scheduler.schedule(() -> {
		}, 1, TimeUnit.HOURS);
	}

	public ScheduledFuture<?> placeInALambda() {
		Supplier<ScheduledFuture<?>> later = () -> this.scheduler.schedule(() -> {
		}, 1, TimeUnit.HOURS);
		return later.get();
	}

	public ScheduledFuture<?> placeInANestedLambda() throws Exception {
		Callable<Callable<ScheduledFuture<?>>> later = () -> () -> this.scheduler.schedule(() -> {
		}, 1, TimeUnit.HOURS);
		return later.call().call();
	}

	public ScheduledFuture<?> placeInAnAnonymousClass() {
		return new Supplier<ScheduledFuture<?>>() {

			@Override
			public ScheduledFuture<?> get() {
				return Orders.this.scheduler.schedule(() -> {
				}, 1, TimeUnit.HOURS);
			}

		}.get();
	}

	public List<ScheduledFuture<?>> placeTwoOnOneLine() {
		ScheduledExecutorService it = this.scheduler;
		return List.of(it.schedule(Orders::ship, 1, TimeUnit.HOURS), it.schedule(Orders::ship, 2, TimeUnit.HOURS));
	}

	private static void ship() {
	}

	public static class Placement {

		public final ScheduledFuture<?> future;

		public Placement(ScheduledExecutorService scheduler) {
			this.future = scheduler.schedule(() -> {
			}, 1, TimeUnit.HOURS);
		}

	}

}
