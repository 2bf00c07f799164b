package io.timerscope.spring;

import javax.naming.NamingException;

import com.acme.schedulers.ContainerExecutor;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jndi.JndiTemplate;
import org.springframework.scheduling.concurrent.DefaultManagedTaskScheduler;

/** A scheduler over what an application server lends under a name. */
class DefaultManagedTaskSchedulerTests extends TaskSchedulerContract {

	@Override
	Class<?> configuration() {
		return Application.class;
	}

	@Override
	Class<?> type() {
		return DefaultManagedTaskScheduler.class;
	}

	@Configuration(proxyBeanMethods = false)
	static class Application implements DisposableBean {

		private final ManagedScheduledExecutorService lent = ContainerExecutor.create();

		@Bean
		DefaultManagedTaskScheduler scheduler() {
			DefaultManagedTaskScheduler scheduler = new DefaultManagedTaskScheduler();
			scheduler.setJndiTemplate(new JndiTemplate() {

				@Override
				public Object lookup(String name) throws NamingException {
					if (!name.equals("java:comp/DefaultManagedScheduledExecutorService")) {
						throw new NamingException(name);
					}
					return Application.this.lent;
				}

			});
			return scheduler;
		}

		@Override
		public void destroy() {
			this.lent.shutdownNow();
		}

	}

}
