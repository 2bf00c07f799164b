package io.timerscope.spring;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;

import io.timerscope.ledger.TaskLedger;
import io.timerscope.spring.SchedulerShape.Tracked;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.AopInfrastructureBean;
import org.springframework.beans.factory.BeanClassLoaderAware;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryAware;
import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.config.SmartInstantiationAwareBeanPostProcessor;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.MergedBeanDefinitionPostProcessor;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.core.Ordered;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.util.ReflectionUtils;
import org.springframework.util.function.SingletonSupplier;

/**
 * Replaces scheduler beans by tracked ones when they are complete, or when a circular
 * reference asks for them before that. Runs last, so that what others make of the bean is
 * tracked. Nothing but schedulers is touched, and nothing is created before its time.
 *
 * @since 0.1.0
 */
@ImportRuntimeHints(SchedulerHints.class)
public final class SchedulerBeanPostProcessor implements SmartInstantiationAwareBeanPostProcessor,
		MergedBeanDefinitionPostProcessor, SmartInitializingSingleton, BeanFactoryAware, BeanClassLoaderAware, Ordered {

	private static final Log LOG = LogFactory.getLog(SchedulerBeanPostProcessor.class);

	private final SchedulerProxies proxies = new SchedulerProxies();

	private final SchedulerTracking tracking;

	private final ExcludedBeans excluded;

	private final Map<String, Object> early = new ConcurrentHashMap<>();

	private @Nullable ConfigurableListableBeanFactory beanFactory;

	/**
	 * Creates the post-processor.
	 * @param ledger asked for when the first scheduler is there
	 * @param excluded asked for name patterns of beans to leave alone, likewise
	 */
	public SchedulerBeanPostProcessor(Supplier<TaskLedger> ledger, Supplier<List<String>> excluded) {
		this.tracking = new SchedulerTracking(SingletonSupplier.of(ledger), this.proxies);
		this.excluded = new ExcludedBeans(excluded);
	}

	@Override
	public void setBeanFactory(BeanFactory beanFactory) {
		this.beanFactory = (beanFactory instanceof ConfigurableListableBeanFactory listable) ? listable : null;
	}

	@Override
	public void setBeanClassLoader(ClassLoader classLoader) {
		this.proxies.classLoader(classLoader);
	}

	@Override
	public int getOrder() {
		return LOWEST_PRECEDENCE;
	}

	/**
	 * There is nothing to be done. A post-processor of this kind comes after all that are
	 * not of it, those without an order too.
	 */
	@Override
	public void postProcessMergedBeanDefinition(RootBeanDefinition beanDefinition, Class<?> beanType, String beanName) {
	}

	/**
	 * Asked ahead of time, when the proxy's class can still be generated. A scheduler
	 * that is declared as an interface is most likely Spring's own.
	 */
	@Override
	public Class<?> determineBeanType(Class<?> beanClass, String beanName) {
		if (!SchedulerProxies.isScheduler(beanClass) || isOriginal(beanName)) {
			return beanClass;
		}
		try {
			Class<?> likely = beanClass.isInterface() ? ThreadPoolTaskScheduler.class : beanClass;
			boolean subclassed = SchedulerShape.of(likely, beanClass) == Tracked.SUBCLASSED;
			Class<?> proxy = subclassed ? this.proxies.type(Tracked.SUBCLASSED, likely) : beanClass;
			return beanClass.isInterface() ? beanClass : proxy;
		}
		catch (RuntimeException | LinkageError ex) {
			return beanClass;
		}
	}

	@Override
	public Object getEarlyBeanReference(Object bean, String beanName) {
		if (SchedulerProxies.isScheduler(bean)) {
			this.early.put(beanName, SchedulerProxies.unwrap(bean));
		}
		return trackIfPossible(bean, beanName);
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		if (this.early.remove(beanName) == bean) {
			this.tracking.complete(bean);
			return bean;
		}
		return trackIfPossible(bean, beanName);
	}

	@Override
	public void afterSingletonsInstantiated() {
		if (this.beanFactory != null) {
			new SchedulerInventory(this.beanFactory, this.tracking, this.excluded).take();
		}
	}

	/** How many schedulers are remembered. */
	int known() {
		return this.tracking.known();
	}

	private Object track(Object bean, String beanName) {
		if (!SchedulerProxies.isScheduler(bean) || bean instanceof AopInfrastructureBean
				|| bean instanceof FactoryBean<?> || isOriginal(beanName) || this.excluded.reason(beanName) != null) {
			return bean;
		}
		if (SchedulerProxies.isTracked(bean)) {
			endAsTarget(bean, beanName);
			return bean;
		}
		return this.tracking.track(bean, BeanNames.shown(beanName),
				BeanNames.declaredType(this.beanFactory, beanName, bean));
	}

	/**
	 * Ends a bean that is another bean's proxy as its target would be ended. A proxy has
	 * a {@code close} of its own, which the container would call in place of
	 * {@code shutdown}, and which waits for whatever is due tomorrow.
	 */
	private void endAsTarget(Object bean, String beanName) {
		ConfigurableListableBeanFactory beanFactory = this.beanFactory;
		if (beanFactory == null || !beanFactory.containsBeanDefinition(beanName)
				|| !(SchedulerProxies.unwrap(bean) instanceof ExecutorService target) || closesItself(target)) {
			return;
		}
		if (beanFactory.getMergedBeanDefinition(beanName) instanceof RootBeanDefinition definition
				&& (definition.getDestroyMethodName() == null
						|| AbstractBeanDefinition.INFER_METHOD.equals(definition.getDestroyMethodName()))) {
			definition.setDestroyMethodName("shutdown");
		}
	}

	private static boolean closesItself(ExecutorService target) {
		Method close = ReflectionUtils.findMethod(target.getClass(), "close");
		return close == null || close.getDeclaringClass() != ExecutorService.class;
	}

	/**
	 * The application starts and its tasks run, whatever goes wrong here: most likely the
	 * ledger is being made, and something that it is made of needs this scheduler.
	 */
	private Object trackIfPossible(Object bean, String beanName) {
		try {
			return track(bean, beanName);
		}
		catch (RuntimeException | LinkageError ex) {
			LOG.debug("Scheduler '" + beanName + "' cannot be tracked", ex);
			return bean;
		}
	}

	private static boolean isOriginal(String beanName) {
		return beanName.endsWith(AutowireCapableBeanFactory.ORIGINAL_INSTANCE_SUFFIX);
	}

}
