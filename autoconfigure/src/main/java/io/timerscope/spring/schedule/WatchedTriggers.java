package io.timerscope.spring.schedule;

import java.lang.reflect.Method;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import io.timerscope.ledger.TriggerWatch;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.AopUtils;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.Trigger;
import org.springframework.scheduling.TriggerContext;
import org.springframework.scheduling.support.CronTrigger;
import org.springframework.scheduling.support.PeriodicTrigger;
import org.springframework.scheduling.support.SimpleTriggerContext;
import org.springframework.util.ReflectionUtils;

/**
 * Triggers whose answers the ledger hears of. A scheduler that asks for one of Spring's
 * own triggers still gets one. Any other trigger goes as it is to a scheduler that is not
 * Spring's own, since that may know more of it than that it is a trigger.
 */
final class WatchedTriggers {

	private final boolean any;

	WatchedTriggers(TaskScheduler scheduler) {
		Method schedule = ReflectionUtils.findMethod(AopUtils.getTargetClass(scheduler), "schedule", Runnable.class,
				Trigger.class);
		this.any = schedule != null && schedule.getDeclaringClass().getName().startsWith("org.springframework.");
	}

	Trigger of(Trigger trigger, @Nullable TriggerWatch watch) {
		if (watch == null || trigger == null) {
			return trigger;
		}
		Class<?> type = trigger.getClass();
		if (type == CronTrigger.class) {
			return new Cron((CronTrigger) trigger, watch);
		}
		if (type == PeriodicTrigger.class) {
			return new Periodic((PeriodicTrigger) trigger, watch);
		}
		return this.any ? new Any(trigger, watch) : trigger;
	}

	private static @Nullable Instant next(Trigger trigger, TriggerContext context, TriggerWatch watch) {
		Instant next;
		try {
			next = trigger.nextExecution(context);
		}
		catch (Throwable ex) {
			watch.failed(ex);
			throw ex;
		}
		if (next == null) {
			watch.exhausted();
		}
		else {
			watch.next(next, following(trigger, next, context.getClock()), context.getClock().instant());
		}
		return next;
	}

	/**
	 * Spring's cron trigger keeps nothing from one question to the next, so it is asked
	 * once more. An answer that it does not give is not needed.
	 */
	private static @Nullable Instant following(Trigger trigger, Instant next, Clock clock) {
		if (trigger.getClass() != CronTrigger.class) {
			return null;
		}
		try {
			SimpleTriggerContext context = new SimpleTriggerContext(clock);
			context.update(next, next, next);
			return trigger.nextExecution(context);
		}
		catch (Throwable ex) {
			return null;
		}
	}

	private static final class Any implements Trigger {

		private final Trigger trigger;

		private final TriggerWatch watch;

		Any(Trigger trigger, TriggerWatch watch) {
			this.trigger = trigger;
			this.watch = watch;
		}

		@Override
		public @Nullable Instant nextExecution(TriggerContext context) {
			return next(this.trigger, context, this.watch);
		}

		@Override
		public String toString() {
			return this.trigger.toString();
		}

	}

	private static final class Cron extends CronTrigger {

		private final CronTrigger trigger;

		private final TriggerWatch watch;

		Cron(CronTrigger trigger, TriggerWatch watch) {
			super(trigger.getExpression());
			this.trigger = trigger;
			this.watch = watch;
		}

		@Override
		public @Nullable Instant nextExecution(TriggerContext context) {
			return next(this.trigger, context, this.watch);
		}

	}

	/** Read through, since its settings may change while it is in use. */
	private static final class Periodic extends PeriodicTrigger {

		private final PeriodicTrigger trigger;

		private final TriggerWatch watch;

		Periodic(PeriodicTrigger trigger, TriggerWatch watch) {
			super(trigger.getPeriodDuration());
			this.trigger = trigger;
			this.watch = watch;
		}

		@Override
		public @Nullable Duration getInitialDelayDuration() {
			return this.trigger.getInitialDelayDuration();
		}

		@Override
		public boolean isFixedRate() {
			return this.trigger.isFixedRate();
		}

		@Override
		public Instant nextExecution(TriggerContext context) {
			Instant next = this.trigger.nextExecution(context);
			this.watch.next(next, context.getClock().instant());
			return next;
		}

		@Override
		public boolean equals(@Nullable Object other) {
			return this.trigger.equals((other instanceof Periodic periodic) ? periodic.trigger : other);
		}

		@Override
		public int hashCode() {
			return this.trigger.hashCode();
		}

		@Override
		public String toString() {
			return this.trigger.toString();
		}

	}

}
