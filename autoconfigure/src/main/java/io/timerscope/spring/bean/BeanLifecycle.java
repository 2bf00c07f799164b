package io.timerscope.spring.bean;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.config.DestructionAwareBeanPostProcessor;
import org.springframework.beans.factory.config.InstantiationAwareBeanPostProcessor;
import org.springframework.beans.factory.config.Scope;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextAware;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.SimpleThreadScope;
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

	/** Spring's web classes may be absent. */
	private static final String SESSION_SCOPE = "org.springframework.web.context.request.SessionScope";

	private final BeanOwners owners;

	private final TaskOwnership ownership = new TaskOwnership();

	private final LivingBeans endless = new LivingBeans();

	private @Nullable ConfigurableApplicationContext context;

	/**
	 * Follows the beans of the context that it is a bean of.
	 * @param owners hears of them
	 */
	public BeanLifecycle(BeanOwners owners) {
		this.owners = owners;
	}

	/** The context's own end is no leak. */
	@Override
	public void setApplicationContext(ApplicationContext context) {
		this.context = (context instanceof ConfigurableApplicationContext configurable) ? configurable : null;
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
		if (endsUntold(beanName)) {
			this.endless.add(bean, beanName, false);
		}
		if (this.ownership.isLikely(bean.getClass())) {
			this.owners.made(bean, beanName, isShared(beanName));
		}
		else {
			this.owners.expected(bean.getClass(), beanName);
		}
		return bean;
	}

	/**
	 * The product of a factory bean is seen here only, and so is that a bean of a request
	 * or session which keeps no scheduler has scheduled, as on those of Reactor.
	 */
	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		this.owners.expected(bean.getClass(), beanName);
		if (!this.ownership.isLikely(bean.getClass()) && this.owners.hasScheduled(bean) && !isShared(beanName)) {
			this.owners.made(bean, beanName, false);
		}
		return bean;
	}

	@Override
	public boolean requiresDestruction(Object bean) {
		return (this.ownership.isLikely(bean.getClass()) || this.owners.hasScheduled(bean))
				&& this.endless.find(bean) == null;
	}

	@Override
	public void postProcessBeforeDestruction(Object bean, String beanName) {
		this.owners.destroyed(bean, beanName, isShared(beanName), this.context != null && this.context.isClosed());
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

	/**
	 * The scope of a thread tells nobody when it ends, and logs each attempt to hear.
	 * That of an HTTP session puts who wants to hear into the session, which some session
	 * stores cannot write; its end is heard of otherwise.
	 */
	private boolean endsUntold(String beanName) {
		if (this.context == null || isShared(beanName)) {
			return false;
		}
		ConfigurableListableBeanFactory beans = this.context.getBeanFactory();
		String name = beans.getMergedBeanDefinition(beanName).getScope();
		Scope scope = (name == null) ? null : beans.getRegisteredScope(name);
		return scope instanceof SimpleThreadScope
				|| (scope != null && scope.getClass().getName().equals(SESSION_SCOPE));
	}

	private boolean isShared(String beanName) {
		if (this.context == null) {
			return true;
		}
		ConfigurableListableBeanFactory beans = this.context.getBeanFactory();
		return !beans.containsBeanDefinition(beanName) || beans.getMergedBeanDefinition(beanName).isSingleton();
	}

}
