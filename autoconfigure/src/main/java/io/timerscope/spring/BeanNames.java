package io.timerscope.spring;

import org.jspecify.annotations.Nullable;
import org.springframework.aop.scope.ScopedProxyUtils;
import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.config.SingletonBeanRegistry;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.core.ResolvableType;
import org.springframework.util.ClassUtils;

/**
 * What the container knows of a bean by its name.
 */
public final class BeanNames {

	private static final String SCOPED_TARGET = ScopedProxyUtils.getTargetBeanName("");

	private BeanNames() {
	}

	/** The name that people know: behind a scoped proxy, the proxy's. */
	public static String shown(String beanName) {
		return beanName.startsWith(SCOPED_TARGET) ? beanName.substring(SCOPED_TARGET.length()) : beanName;
	}

	/** As what the bean was declared; its own class where nothing was said. */
	static Class<?> declaredType(@Nullable ConfigurableListableBeanFactory beanFactory, String beanName, Object bean) {
		if (beanFactory == null || !beanFactory.containsBeanDefinition(beanName)) {
			return bean.getClass();
		}
		BeanDefinition definition = beanFactory.getMergedBeanDefinition(beanName);
		ResolvableType type = (definition instanceof RootBeanDefinition root) ? root.getResolvableType()
				: ResolvableType.NONE;
		Class<?> declared = type.resolve();
		if (FactoryBean.class.isAssignableFrom(type.toClass())) {
			Class<?> promised = beanFactory.getType(beanName, false);
			declared = (promised != null) ? promised : type.as(FactoryBean.class).getGeneric(0).resolve();
		}
		return (declared == null || !declared.isInstance(bean)) ? bean.getClass() : declared;
	}

	/** The class whose method or supplier makes a bean; {@code null} if nobody knows. */
	public static @Nullable Class<?> maker(SingletonBeanRegistry registry, String beanName) {
		if (!(registry instanceof ConfigurableListableBeanFactory beanFactory)
				|| !beanFactory.containsBeanDefinition(beanName)) {
			return null;
		}
		BeanDefinition definition = beanFactory.getMergedBeanDefinition(beanName);
		if (definition instanceof AbstractBeanDefinition made && made.getInstanceSupplier() != null) {
			return made.getInstanceSupplier().getClass().getNestHost();
		}
		String factory = definition.getFactoryBeanName();
		Object object = (factory != null && beanFactory.containsSingleton(factory)) ? beanFactory.getSingleton(factory)
				: null;
		return (object == null) ? null : ClassUtils.getUserClass(object);
	}

}
