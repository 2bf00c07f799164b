package io.timerscope.autoconfigure;

import java.util.EnumSet;

import io.timerscope.ledger.TaskLedger;
import io.timerscope.web.CallableOwner;
import io.timerscope.web.OpenRequests;
import io.timerscope.web.RequestEnd;
import io.timerscope.web.RequestOwnerFilter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Servlet;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletListenerRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.AsyncSupportConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Auto-configuration of servlet requests as owners of tasks.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = TimerscopeAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = { "timerscope.enabled", "timerscope.requests.enabled" }, matchIfMissing = true)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass({ Servlet.class, FilterRegistrationBean.class })
public final class TimerscopeRequestsAutoConfiguration {

	@Bean
	OpenRequests timerscopeOpenRequests(TaskLedger ledger) {
		return new OpenRequests(ledger);
	}

	@Bean
	ServletListenerRegistrationBean<RequestEnd> timerscopeRequestEnd(OpenRequests open) {
		return new ServletListenerRegistrationBean<>(new RequestEnd(open));
	}

	@Bean
	FilterRegistrationBean<RequestOwnerFilter> timerscopeRequests(OpenRequests open) {
		FilterRegistrationBean<RequestOwnerFilter> registration = new FilterRegistrationBean<>(
				new RequestOwnerFilter(open));
		registration.setDispatcherTypes(EnumSet.allOf(DispatcherType.class));
		registration.setAsyncSupported(true);
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
		return registration;
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(WebMvcConfigurer.class)
	static class Callables {

		@Bean
		WebMvcConfigurer timerscopeCallables(TaskLedger ledger) {
			return new WebMvcConfigurer() {

				@Override
				public void configureAsyncSupport(AsyncSupportConfigurer configurer) {
					configurer.registerCallableInterceptors(new CallableOwner(ledger.context()));
				}

			};
		}

	}

}
