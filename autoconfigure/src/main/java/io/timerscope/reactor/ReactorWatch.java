package io.timerscope.reactor;

import java.util.function.Predicate;
import java.util.function.Supplier;

import io.timerscope.ledger.TaskLedger;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.InstantiationAwareBeanPostProcessor;
import org.springframework.beans.factory.support.MergedBeanDefinitionPostProcessor;
import org.springframework.beans.factory.support.RootBeanDefinition;

/**
 * Has Reactor's executors noted from before the application's first bean is made until
 * the application closes. It changes no bean.
 *
 * @since 0.1.0
 */
public final class ReactorWatch implements InstantiationAwareBeanPostProcessor, MergedBeanDefinitionPostProcessor,
		SmartInitializingSingleton, DisposableBean {

	private final Supplier<TaskLedger> ledger;

	private final Predicate<Object> tracked;

	/** Whether the ledger was asked for, which is made of beans itself. */
	private boolean asked;

	private @Nullable ReactorTimers timers;

	/**
	 * Watches Reactor for the context that it is a bean of.
	 * @param ledger asked for when all post-processors are there
	 * @param tracked whether the tasks of an executor are in a ledger already
	 */
	public ReactorWatch(Supplier<TaskLedger> ledger, Predicate<Object> tracked) {
		this.ledger = ledger;
		this.tracked = tracked;
	}

	/**
	 * There is nothing to be done. A post-processor of this kind comes after all that are
	 * not of it, so that the ledger can be made.
	 */
	@Override
	public void postProcessMergedBeanDefinition(RootBeanDefinition beanDefinition, Class<?> beanType, String beanName) {
	}

	@Override
	public @Nullable Object postProcessBeforeInstantiation(Class<?> beanClass, String beanName) {
		if (!this.asked) {
			this.asked = true;
			this.asked = begin();
		}
		return null;
	}

	@Override
	public void afterSingletonsInstantiated() {
		begin();
	}

	/** What the ledger is made of may need the very bean that is being made. */
	private boolean begin() {
		try {
			TaskLedger ledger = this.ledger.get();
			ledger.guarded("watch the schedulers of Reactor", () -> join(ledger));
			return true;
		}
		catch (RuntimeException ex) {
			return false;
		}
	}

	/** A context below has the ledger of the one above, which is here already. */
	private synchronized void join(TaskLedger ledger) {
		ReactorHook hook = ReactorHook.OF_JVM;
		for (ReactorTimers other : hook.applications()) {
			if (other.ledger() == ledger) {
				return;
			}
		}
		ReactorTimers timers = new ReactorTimers(ledger, this.tracked);
		this.timers = timers;
		hook.join(timers);
		ledger.guarded("look for blind spots of Reactor",
				() -> new BlindSpots(hook).gaps().forEach(ledger.attribution()::partial));
	}

	@Override
	public synchronized void destroy() {
		ReactorTimers timers = this.timers;
		this.timers = null;
		if (timers != null) {
			ReactorHook.OF_JVM.leave(timers);
			timers.close();
		}
	}

}
