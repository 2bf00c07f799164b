package io.timerscope.spring.bean;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.DestructionAwareBeanPostProcessor;
import org.springframework.beans.factory.config.InstantiationAwareBeanPostProcessor;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextAware;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.PriorityOrdered;

/**
 * Tells {@link BeanOwners} which beans come and go. It changes no bean, and asks to hear
 * of the end of those only that may own tasks, since each question puts a bean on the
 * container's destruction list. The end is heard before the bean's own destroy methods:
 * what they cancel is no leak, which the grace period sees to.
 *
 * @since 0.1.0
 */
public final class BeanLifecycle implements InstantiationAwareBeanPostProcessor, DestructionAwareBeanPostProcessor,
		ApplicationContextAware, PriorityOrdered {

	private final BeanOwners owners;

	private final TaskOwnership ownership = new TaskOwnership();

	private final LivingBeans endless = new LivingBeans();

	private BeansOfContext beans = new BeansOfContext(null);

	/**
	 * Follows the beans of the context that it is a bean of.
	 * @param owners hears of them
	 */
	public BeanLifecycle(BeanOwners owners) {
		this.owners = owners;
	}

	@Override
	public void setApplicationContext(ApplicationContext context) {
		if (context instanceof ConfigurableApplicationContext configurable) {
			this.beans = new BeansOfContext(configurable);
			this.owners.follow(configurable.getBeanFactory());
		}
	}

	/** Before {@code @PostConstruct}, where many beans start their tasks. */
	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

	@Override
	public @Nullable Object postProcessBeforeInstantiation(Class<?> beanClass, String beanName) {
		this.owners.expected(beanClass, beanName);
		return null;
	}

	@Override
	public Object postProcessBeforeInitialization(Object bean, String beanName) {
		if (this.beans.endsUntold(beanName)) {
			this.endless.add(bean, new LivingBeans.Living(beanName, false, false));
		}
		if (this.ownership.isLikely(bean.getClass())) {
			this.owners.made(bean, beanName, this.beans);
		}
		else {
			this.owners.expected(bean.getClass(), beanName);
		}
		return bean;
	}

	/**
	 * The product of a factory bean is seen here only, and so is that a bean which keeps
	 * no scheduler has scheduled, as on those of Reactor. The end of a shared product is
	 * that of its factory bean.
	 */
	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		this.owners.expected(bean.getClass(), beanName);
		if (!this.ownership.isLikely(bean.getClass()) && this.owners.hasScheduled(bean, beanName)
				&& !(this.beans.isShared(beanName) && this.beans.isProduct(bean, beanName))) {
			this.owners.made(bean, beanName, this.beans);
		}
		return bean;
	}

	@Override
	public boolean requiresDestruction(Object bean) {
		return (this.ownership.isLikely(bean.getClass()) || this.owners.isKnown(bean))
				&& this.endless.find(bean) == null;
	}

	@Override
	public void postProcessBeforeDestruction(Object bean, String beanName) {
		this.owners.destroyed(bean, beanName, this.beans);
	}

	/**
	 * An HTTP session has ended.
	 * @param bean one of its attributes
	 * @param beanName the name of that attribute
	 */
	public void endedWithSession(Object bean, String beanName) {
		if (this.endless.remove(bean) != null) {
			postProcessBeforeDestruction(bean, beanName);
		}
	}

}
