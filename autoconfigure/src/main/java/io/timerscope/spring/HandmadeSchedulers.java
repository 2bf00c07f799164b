package io.timerscope.spring;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

import io.timerscope.TickListener;
import io.timerscope.handmade.HandmadeTimers;
import io.timerscope.handmade.JvmHub;
import io.timerscope.ledger.TaskLedger;
import io.timerscope.outside.PoolHolders;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanClassLoaderAware;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.InstantiationAwareBeanPostProcessor;

/**
 * Listens to the agent from before the first bean of the application is made until the
 * context is closed. The pools of beans that are excluded are left alone.
 *
 * @since 0.1.0
 */
public final class HandmadeSchedulers implements InstantiationAwareBeanPostProcessor, SmartInitializingSingleton,
		BeanClassLoaderAware, TickListener, DisposableBean {

	private static final Log logger = LogFactory.getLog(HandmadeSchedulers.class);

	private final Supplier<TaskLedger> ledger;

	private final Supplier<@Nullable PoolHolders> holders;

	private final ExcludedBeans excluded;

	/** The excluded bean that a thread makes. */
	private final ThreadLocal<@Nullable String> inCreation = new ThreadLocal<>();

	private final BiConsumer<String, Object[]> ear = this::made;

	private @Nullable ClassLoader loader;

	private boolean connected;

	private volatile @Nullable HandmadeTimers timers;

	/**
	 * Prepares to listen.
	 * @param ledger where tasks are noted, asked for with the first bean
	 * @param holders knows the classes of libraries, or {@code null} where nobody does
	 * @param excluded patterns of the names of beans that are left alone
	 */
	public HandmadeSchedulers(Supplier<TaskLedger> ledger, Supplier<@Nullable PoolHolders> holders,
			Supplier<List<String>> excluded) {
		this.ledger = ledger;
		this.holders = holders;
		this.excluded = new ExcludedBeans(excluded);
	}

	/**
	 * What is known of threads.
	 * @return {@code null} where nobody tells, as before the first bean
	 */
	public @Nullable HandmadeTimers timers() {
		return this.timers;
	}

	@Override
	public void setBeanClassLoader(ClassLoader loader) {
		this.loader = loader;
	}

	@Override
	public @Nullable Object postProcessBeforeInstantiation(Class<?> beanClass, String beanName) {
		if (!this.connected) {
			this.connected = true; // the ledger is made of beans, too
			this.connected = connect(false);
		}
		if (this.timers != null) {
			if (this.excluded.reason(beanName) != null) {
				this.inCreation.set(beanName);
			}
			else {
				this.inCreation.remove();
			}
		}
		return null;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		if (beanName.equals(this.inCreation.get())) {
			this.inCreation.remove();
		}
		return bean;
	}

	/** What the ledger is made of may have been in creation before. */
	@Override
	public void afterSingletonsInstantiated() {
		if (!this.connected) {
			this.connected = connect(true);
		}
	}

	/** Returns whether there is nothing more to try. */
	private boolean connect(boolean last) {
		JvmHub hub = JvmHub.find();
		if (hub == null) {
			return true;
		}
		try {
			TaskLedger ledger = this.ledger.get();
			PoolHolders holders = this.holders.get();
			if (holders != null) {
				holders.library(Object.class); // not asked for the first time by a thread
												// that schedules
			}
			this.timers = HandmadeTimers.listen(ledger, hub, this.loader,
					(type) -> (holders == null) ? null : holders.library(type));
			hub.listen(null, this.ear);
			return true;
		}
		catch (RuntimeException | LinkageError ex) {
			if (last) {
				logger
					.warn("Timerscope: timers that are not beans are not tracked, although the agent is loaded. " + ex);
			}
			return false;
		}
	}

	private void made(String event, Object[] about) {
		HandmadeTimers timers = this.timers;
		if (timers != null && event.equals("pool") && this.inCreation.get() != null
				&& about[0] instanceof ExecutorService pool) {
			timers.leaveAlone(pool);
		}
	}

	@Override
	public void tick() {
		HandmadeTimers timers = this.timers;
		if (timers != null) {
			timers.tick();
		}
	}

	@Override
	public void destroy() {
		HandmadeTimers timers = this.timers;
		JvmHub hub = JvmHub.find();
		this.timers = null;
		if (timers != null && hub != null) {
			hub.leave(this.ear);
			timers.close();
		}
	}

}
