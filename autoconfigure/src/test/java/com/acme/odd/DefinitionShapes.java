package com.acme.odd;

import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.stream.Stream;

import com.acme.odd.Application.Story;
import com.acme.schedulers.FinalExecutor;

import org.springframework.aop.framework.ProxyFactory;
import org.springframework.aop.framework.ProxyFactoryBean;
import org.springframework.aop.target.HotSwappableTargetSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.support.BeanDefinitionBuilder;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** Schedulers that come to the container in unusual ways. */
public final class DefinitionShapes {

	private DefinitionShapes() {
	}

	/**
	 * The applications.
	 * @return one for each shape
	 */
	public static Stream<Application> all() {
		return Stream.of(new Application(FactoryOfUnknownType.class, Map.of("scheduler", "scheduled 1")),
				new Application(FactoryOfFinalType.class, Map.of("pool", "final")),
				new Application(ChildDefinition.class, Map.of("scheduler", "scheduled 1")),
				new Application(RegisteredObject.class, Map.of("scheduler", "object")),
				new Application(OpaqueProxy.class, Map.of("scheduler", "final method")),
				new Application(HotSwappable.class, Map.of("scheduler", "scheduled 2")), new Application(
						ByProxyFactoryBean.class, Map.of("target", "scheduled 1", "scheduler", "counted elsewhere")));
	}

	static class Unknown implements FactoryBean<Object> {

		@Override
		public Object getObject() {
			ThreadPoolTaskScheduler it = Schedulers.named("made-");
			it.setDaemon(true);
			it.initialize();
			return it;
		}

		@Override
		public Class<?> getObjectType() {
			return null;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class FactoryOfUnknownType {

		@Bean
		Unknown scheduler() {
			return new Unknown();
		}

		@Bean
		Story story(BeanFactory beans) {
			Object it = beans.getBean("scheduler");
			return (told) -> {
				told.add(((ThreadPoolTaskScheduler) it).getThreadNamePrefix());
				((TaskScheduler) it).schedule(Schedulers::nothing, Schedulers.LATER);
			};
		}

	}

	static class OfFinal implements FactoryBean<ScheduledExecutorService> {

		private final FinalExecutor product = new FinalExecutor(new ScheduledThreadPoolExecutor(1));

		@Override
		public ScheduledExecutorService getObject() {
			return this.product;
		}

		@Override
		public Class<?> getObjectType() {
			return FinalExecutor.class;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class FactoryOfFinalType {

		@Bean
		OfFinal pool() {
			return new OfFinal();
		}

		@Bean
		Story story(FinalExecutor it) {
			return (told) -> {
				told.add(it.submit(() -> "done").get());
				it.shutdownNow();
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ChildDefinition {

		@Bean
		static BeanFactoryPostProcessor definitions() {
			return (factory) -> {
				DefaultListableBeanFactory it = (DefaultListableBeanFactory) factory;
				it.registerBeanDefinition("base",
						BeanDefinitionBuilder.rootBeanDefinition(ThreadPoolTaskScheduler.class)
							.setAbstract(true)
							.addPropertyValue("threadNamePrefix", "child-")
							.getBeanDefinition());
				it.registerBeanDefinition("scheduler",
						BeanDefinitionBuilder.childBeanDefinition("base")
							.addPropertyValue("poolSize", 2)
							.getBeanDefinition());
			};
		}

		@Bean
		Story story(ThreadPoolTaskScheduler it) {
			return (told) -> {
				told.add(it.getThreadNamePrefix() + it.getScheduledThreadPoolExecutor().getCorePoolSize());
				it.schedule(Schedulers::nothing, Schedulers.LATER);
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class RegisteredObject {

		@Bean
		static BeanFactoryPostProcessor objects() {
			return (factory) -> {
				ThreadPoolTaskScheduler it = Schedulers.named("object-");
				it.setDaemon(true);
				it.initialize();
				factory.registerSingleton("scheduler", it);
			};
		}

		@Bean
		Story story(ThreadPoolTaskScheduler it) {
			return (told) -> {
				told.add(it.getThreadNamePrefix());
				told.add(it.getClass().getName());
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OpaqueProxy {

		@Bean
		ThreadPoolTaskScheduler scheduler() {
			ThreadPoolTaskScheduler target = Schedulers.named("opaque-");
			target.setDaemon(true);
			target.initialize();
			ProxyFactory factory = new ProxyFactory(target);
			factory.setProxyTargetClass(true);
			factory.setOpaque(true);
			return (ThreadPoolTaskScheduler) factory.getProxy();
		}

		@Bean
		Story story(ThreadPoolTaskScheduler it) {
			return (told) -> {
				told.add(it.getThreadNamePrefix());
				told.add("" + it.schedule(Schedulers::nothing, Schedulers.LATER).cancel(false));
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class HotSwappable {

		private final HotSwappableTargetSource source = new HotSwappableTargetSource(Schedulers.started("one-"));

		@Bean
		ThreadPoolTaskScheduler scheduler() {
			ProxyFactory factory = new ProxyFactory();
			factory.setTargetSource(this.source);
			factory.setProxyTargetClass(true);
			return (ThreadPoolTaskScheduler) factory.getProxy();
		}

		@Bean
		Story story(ThreadPoolTaskScheduler it) {
			return (told) -> {
				told.add(it.getThreadNamePrefix());
				it.schedule(Schedulers::nothing, Schedulers.LATER);
				this.source.swap(Schedulers.started("two-"));
				told.add(it.getThreadNamePrefix());
				told.add("" + it.schedule(Schedulers::nothing, Schedulers.LATER).cancel(false));
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ByProxyFactoryBean {

		@Bean
		ThreadPoolTaskScheduler target() {
			return Schedulers.named("target-");
		}

		@Bean
		ProxyFactoryBean scheduler(@Qualifier("target") ThreadPoolTaskScheduler target) {
			ProxyFactoryBean factory = new ProxyFactoryBean();
			factory.setTarget(target);
			factory.setProxyTargetClass(true);
			return factory;
		}

		@Bean
		Story story(@Qualifier("scheduler") ThreadPoolTaskScheduler it) {
			return (told) -> {
				told.add(it.getThreadNamePrefix());
				told.add("" + it.schedule(Schedulers::nothing, Schedulers.LATER).cancel(false));
			};
		}

	}

}
