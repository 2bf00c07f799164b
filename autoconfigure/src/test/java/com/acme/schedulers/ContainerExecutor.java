package com.acme.schedulers;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

import jakarta.enterprise.concurrent.LastExecution;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.Trigger;

import org.springframework.scheduling.TriggerContext;
import org.springframework.scheduling.concurrent.ConcurrentTaskScheduler;

/** What an application server gives away: an object of some class of its own. */
public final class ContainerExecutor {

	private ContainerExecutor() {
	}

	public static ManagedScheduledExecutorService create() {
		ScheduledExecutorService pool = Executors.newScheduledThreadPool(1);
		ConcurrentTaskScheduler triggered = new ConcurrentTaskScheduler(pool);
		return (ManagedScheduledExecutorService) Proxy.newProxyInstance(ContainerExecutor.class.getClassLoader(),
				new Class<?>[] { ManagedScheduledExecutorService.class }, (proxy, method, arguments) -> {
					if (arguments != null && arguments.length == 2 && arguments[1] instanceof Trigger trigger) {
						return triggered.schedule((Runnable) arguments[0], (context) -> next(trigger, context));
					}
					if (method.getName().equals("close")) {
						pool.shutdownNow();
						return null;
					}
					try {
						return method.invoke(pool, arguments);
					}
					catch (InvocationTargetException ex) {
						throw ex.getTargetException();
					}
				});
	}

	private static Instant next(Trigger trigger, TriggerContext context) {
		Date next = trigger.getNextRunTime((context.lastCompletion() == null) ? null : new Last(context),
				Date.from(Instant.now()));
		return (next == null) ? null : next.toInstant();
	}

	private record Last(TriggerContext context) implements LastExecution {

		@Override
		public String getIdentityName() {
			return "task";
		}

		@Override
		public Object getResult() {
			return null;
		}

		@Override
		public ZonedDateTime getScheduledStart(ZoneId zone) {
			return this.context.lastScheduledExecution().atZone(zone);
		}

		@Override
		public ZonedDateTime getRunStart(ZoneId zone) {
			return this.context.lastActualExecution().atZone(zone);
		}

		@Override
		public ZonedDateTime getRunEnd(ZoneId zone) {
			return this.context.lastCompletion().atZone(zone);
		}

	}

}
