package io.timerscope.spring.bean;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.config.Scope;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.SimpleThreadScope;

/**
 * What an application context knows of its beans by their names.
 *
 * @param context the context, or {@code null} if it cannot be asked
 */
record BeansOfContext(@Nullable ConfigurableApplicationContext context) {

	/** Spring's web classes may be absent. */
	private static final String SESSION_SCOPE = "org.springframework.web.context.request.SessionScope";

	@Nullable ConfigurableListableBeanFactory factory() {
		return (this.context == null) ? null : this.context.getBeanFactory();
	}

	/** The context's own end is no leak. */
	boolean isClosed() {
		return this.context != null && this.context.isClosed();
	}

	/**
	 * Whether there is one bean of the name for all who ask. Without a definition, as
	 * from {@code createBean}, there can be any number.
	 */
	boolean isShared(String beanName) {
		ConfigurableListableBeanFactory beans = factory();
		return beans == null || isShared(beans, beanName, new HashSet<>());
	}

	/**
	 * Whether a bean that was just made is the one of the name for all who ask. What
	 * {@code createBean} makes has the name of its class, which may be that of a bean
	 * too.
	 */
	boolean isShared(Object bean, String beanName) {
		ConfigurableListableBeanFactory beans = factory();
		boolean another = beans != null && beans.containsBeanDefinition(beanName)
				&& !beans.isCurrentlyInCreation(beanName) && beans.getSingleton(beanName) != bean;
		return !another && isShared(beanName);
	}

	/** A bean within the definition of another one is shared if that is. */
	private static boolean isShared(ConfigurableListableBeanFactory beans, String beanName, Set<String> seen) {
		if (!seen.add(beanName)) {
			return false;
		}
		if (beans.containsBeanDefinition(beanName)) {
			return beans.getMergedBeanDefinition(beanName).isSingleton();
		}
		String[] around = beans.getDependentBeans(beanName);
		return around.length > 0 && Arrays.stream(around).allMatch((it) -> isShared(beans, it, seen));
	}

	/** Whether a factory bean of the name has made an object. */
	boolean isProduct(Object bean, String beanName) {
		ConfigurableListableBeanFactory beans = factory();
		return beans != null && !(bean instanceof FactoryBean<?>) && beans.containsBeanDefinition(beanName)
				&& beans.isFactoryBean(beanName);
	}

	/**
	 * The scope of a thread tells nobody when it ends, and logs each attempt to hear.
	 * That of an HTTP session puts who wants to hear into the session, which some session
	 * stores cannot write; its end is heard of otherwise.
	 */
	boolean endsUntold(String beanName) {
		ConfigurableListableBeanFactory beans = factory();
		if (beans == null || !beans.containsBeanDefinition(beanName)) {
			return false;
		}
		BeanDefinition definition = beans.getMergedBeanDefinition(beanName);
		String name = definition.isSingleton() ? null : definition.getScope();
		Scope scope = (name == null) ? null : beans.getRegisteredScope(name);
		return scope instanceof SimpleThreadScope
				|| (scope != null && scope.getClass().getName().equals(SESSION_SCOPE));
	}

}
