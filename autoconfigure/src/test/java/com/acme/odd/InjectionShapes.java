package com.acme.odd;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.acme.odd.Application.Story;
import org.aopalliance.intercept.MethodInterceptor;

import org.springframework.aop.framework.autoproxy.BeanNameAutoProxyCreator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Primary;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** Beans that come by their scheduler in every way there is. */
public final class InjectionShapes {

	private InjectionShapes() {
	}

	/**
	 * The applications.
	 * @return one for each shape
	 */
	public static Stream<Application> all() {
		return Stream.of(
				new Application(Chosen.class,
						Map.of("first", "scheduled 1", "second", "scheduled 1", "third", "scheduled 0")),
				new Application(Fallen.class, Map.of("a", "scheduled 1", "b", "scheduled 0")),
				new Application(StaticMethod.class, Map.of("scheduler", "scheduled 1")),
				new Application(EveryWayToInject.class, Map.of("scheduler", "scheduled 4")),
				new Application(CircularAndAdvised.class, Map.of("scheduler", "scheduled 1")),
				new Application(NeededByPostProcessor.class, Map.of("scheduler", "scheduled 1")));
	}

	@Configuration(proxyBeanMethods = false)
	static class Chosen {

		@Bean
		@Primary
		ThreadPoolTaskScheduler first() {
			return Schedulers.named("first-");
		}

		@Bean
		@Qualifier("special")
		ThreadPoolTaskScheduler second() {
			return Schedulers.named("second-");
		}

		@Bean
		ThreadPoolTaskScheduler third() {
			return Schedulers.named("third-");
		}

		@Bean
		Story story(TaskScheduler primary, @Qualifier("special") TaskScheduler special, List<TaskScheduler> all,
				Map<String, ThreadPoolTaskScheduler> named) {
			return (told) -> {
				told.add(((ThreadPoolTaskScheduler) primary).getThreadNamePrefix());
				told.add(((ThreadPoolTaskScheduler) special).getThreadNamePrefix());
				told.add("" + all.size() + named.keySet());
				told.add("" + (named.get("first") == primary));
				primary.schedule(Schedulers::nothing, Schedulers.LATER);
				special.schedule(Schedulers::nothing, Schedulers.LATER);
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Fallen {

		@Bean
		ThreadPoolTaskScheduler a() {
			return Schedulers.named("a-");
		}

		@Bean
		@Fallback
		ThreadPoolTaskScheduler b() {
			return Schedulers.named("b-");
		}

		@Bean
		Story story(TaskScheduler it) {
			return (told) -> {
				told.add(((ThreadPoolTaskScheduler) it).getThreadNamePrefix());
				it.schedule(Schedulers::nothing, Schedulers.LATER);
			};
		}

	}

	@Configuration
	static class StaticMethod {

		@Bean
		static ThreadPoolTaskScheduler scheduler() {
			return Schedulers.named("static-");
		}

		@Bean
		Story story(ThreadPoolTaskScheduler it) {
			return (told) -> {
				told.add(it.getThreadNamePrefix());
				it.schedule(Schedulers::nothing, Schedulers.LATER);
			};
		}

	}

	static class Injected {

		@Autowired
		@Lazy
		ThreadPoolTaskScheduler lazy;

		@Autowired
		@Lazy
		TaskScheduler lazyInterface;

		@Autowired
		ObjectProvider<ThreadPoolTaskScheduler> provider;

		final ThreadPoolTaskScheduler byConstructor;

		private TaskScheduler bySetter;

		Injected(ThreadPoolTaskScheduler byConstructor) {
			this.byConstructor = byConstructor;
		}

		@Autowired
		void setIt(Optional<TaskScheduler> it) {
			this.bySetter = it.orElseThrow();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class EveryWayToInject {

		@Bean
		Injected injected(ThreadPoolTaskScheduler it) {
			return new Injected(it);
		}

		@Bean
		@Lazy
		ThreadPoolTaskScheduler scheduler() {
			return Schedulers.named("lazy-");
		}

		@Bean
		Story story(Injected it) {
			return (told) -> {
				told.add(it.lazy.getThreadNamePrefix());
				told.add("" + (it.provider.getObject() == it.byConstructor) + (it.bySetter == it.byConstructor));
				told.add("" + it.lazy.getClass().getName().contains("CGLIB"));
				it.lazy.schedule(Schedulers::nothing, Schedulers.LATER);
				it.lazyInterface.schedule(Schedulers::nothing, Schedulers.LATER);
				it.provider.getObject().schedule(Schedulers::nothing, Schedulers.LATER);
				it.bySetter.schedule(Schedulers::nothing, Schedulers.LATER);
			};
		}

	}

	@SuppressWarnings("serial")
	static class Turning extends ThreadPoolTaskScheduler {

		@Autowired
		transient Circle circle;

	}

	static class Circle {

		@Autowired
		TaskScheduler scheduler;

	}

	@Configuration(proxyBeanMethods = false)
	static class CircularAndAdvised {

		@Bean
		static BeanNameAutoProxyCreator proxies() {
			BeanNameAutoProxyCreator creator = new BeanNameAutoProxyCreator();
			creator.setBeanNames("scheduler");
			creator.setProxyTargetClass(true);
			creator.setInterceptorNames("advice");
			return creator;
		}

		@Bean
		static MethodInterceptor advice() {
			return (invocation) -> invocation.proceed();
		}

		@Bean
		Turning scheduler() {
			return new Turning();
		}

		@Bean
		Circle circle() {
			return new Circle();
		}

		@Bean
		Story story(Turning it, Circle circle) {
			return (told) -> {
				told.add("" + (it == circle.scheduler));
				told.add("" + circle.scheduler.schedule(Schedulers::nothing, Schedulers.LATER).cancel(false));
			};
		}

	}

	static class Needy implements BeanPostProcessor {

		final TaskScheduler scheduler;

		Needy(TaskScheduler scheduler) {
			this.scheduler = scheduler;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class NeededByPostProcessor {

		@Bean
		static Needy needy(TaskScheduler scheduler) {
			return new Needy(scheduler);
		}

		@Bean
		static ThreadPoolTaskScheduler scheduler() {
			return Schedulers.named("needed-");
		}

		@Bean
		Story story(Needy needy, TaskScheduler it) {
			return (told) -> {
				told.add("" + (needy.scheduler == it));
				needy.scheduler.schedule(Schedulers::nothing, Schedulers.LATER);
			};
		}

	}

}
