package io.timerscope.autoconfigure;

import io.timerscope.ledger.TaskLedger;
import io.timerscope.spring.bean.BeanLifecycle;
import io.timerscope.spring.bean.BeanOwners;
import io.timerscope.web.SessionBeansEnd;
import jakarta.servlet.http.HttpSessionListener;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;

/**
 * Auto-configuration of beans as owners of tasks.
 *
 * @since 0.1.0
 */
@AutoConfiguration(before = TimerscopeAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = { "timerscope.enabled", "timerscope.beans.enabled" }, matchIfMissing = true)
public final class TimerscopeBeansAutoConfiguration {

	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	@ConditionalOnMissingBean
	static BeanOwners timerscopeBeanOwners(Collaborators timerscopeCollaborators) {
		return new BeanOwners(() -> timerscopeCollaborators.get(TaskLedger.class));
	}

	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	static BeanLifecycle timerscopeBeanLifecycle(Collaborators timerscopeCollaborators) {
		return new BeanLifecycle(timerscopeCollaborators.get(BeanOwners.class));
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
	@ConditionalOnClass(HttpSessionListener.class)
	static class Sessions {

		@Bean
		SessionBeansEnd timerscopeSessionBeansEnd(TaskLedger ledger, BeanLifecycle lifecycle) {
			return new SessionBeansEnd(ledger, lifecycle::endedWithSession);
		}

	}

}
