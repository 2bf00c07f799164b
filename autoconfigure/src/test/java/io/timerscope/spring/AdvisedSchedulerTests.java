package io.timerscope.spring;

import org.aopalliance.intercept.Joinpoint;
import org.aopalliance.intercept.MethodInterceptor;

import org.springframework.aop.framework.autoproxy.BeanNameAutoProxyCreator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** A scheduler that somebody else advises. */
class AdvisedSchedulerTests extends TaskSchedulerContract {

	@Override
	Class<?> configuration() {
		return Application.class;
	}

	@Override
	Class<?> type() {
		return ThreadPoolTaskScheduler.class;
	}

	@Configuration(proxyBeanMethods = false)
	static class Application {

		@Bean
		static BeanNameAutoProxyCreator proxies() {
			BeanNameAutoProxyCreator creator = new BeanNameAutoProxyCreator();
			creator.setBeanNames(NAME);
			creator.setProxyTargetClass(true);
			creator.setInterceptorNames("advice");
			return creator;
		}

		@Bean
		static MethodInterceptor advice() {
			return Joinpoint::proceed;
		}

		@Bean
		ThreadPoolTaskScheduler scheduler() {
			return new ThreadPoolTaskScheduler();
		}

	}

}
