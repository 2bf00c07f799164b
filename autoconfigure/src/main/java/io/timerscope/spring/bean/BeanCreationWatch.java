package io.timerscope.spring.bean;

import java.util.function.Supplier;

import io.timerscope.ledger.TaskLedger;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.HierarchicalBeanFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextAware;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.PriorityOrdered;

/**
 * Sees to it that what is scheduled while the container makes a bean belongs to the bean,
 * and never to the request that happened to be the first to need it. It changes no bean.
 *
 * @since 0.1.0
 */
public final class BeanCreationWatch implements BeanPostProcessor, ApplicationContextAware, SmartInitializingSingleton,
		DisposableBean, PriorityOrdered {

	private final Supplier<TaskLedger> ledger;

	private final @Nullable BeanOwners owners;

	private @Nullable BeanCreations creations;

	/**
	 * Watches the context that it is a bean of.
	 * @param ledger the ledger, which may be made after this
	 * @param owners the beans as owners; {@code null} where beans own nothing, so that
	 * the application does
	 */
	public BeanCreationWatch(Supplier<TaskLedger> ledger, @Nullable BeanOwners owners) {
		this.ledger = ledger;
		this.owners = owners;
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

	@Override
	public void setApplicationContext(ApplicationContext context) {
		if (context instanceof ConfigurableApplicationContext configurable) {
			this.creations = BeanCreations.watch(configurable.getBeanFactory(), this.owners);
			TaskLedger above = above(configurable.getBeanFactory());
			if (above != null) {
				tell(above);
			}
		}
	}

	/** The ledger of a context above, which no bean of this one is needed for. */
	private static @Nullable TaskLedger above(HierarchicalBeanFactory beans) {
		if (!(beans.getParentBeanFactory() instanceof ListableBeanFactory parent)) {
			return null;
		}
		String[] names = BeanFactoryUtils.beanNamesForTypeIncludingAncestors(parent, TaskLedger.class, true, false);
		return (names.length > 0) ? parent.getBean(names[0], TaskLedger.class) : null;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		if (bean instanceof TaskLedger ledger) {
			tell(ledger);
		}
		return bean;
	}

	/** The ledger may have been made before this could see it. */
	@Override
	public void afterSingletonsInstantiated() {
		tell(this.ledger.get());
	}

	/** On the thread on which the start of the context has failed, perhaps. */
	@Override
	public void destroy() {
		if (this.creations != null) {
			this.creations.leave();
		}
	}

	private void tell(TaskLedger ledger) {
		if (this.creations != null) {
			this.creations.tell(ledger);
		}
	}

}
