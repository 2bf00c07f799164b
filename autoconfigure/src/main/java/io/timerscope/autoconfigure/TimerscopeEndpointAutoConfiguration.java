package io.timerscope.autoconfigure;

import io.timerscope.TaskLedger;
import io.timerscope.actuate.Diagnosis;
import io.timerscope.actuate.TimersEndpoint;
import io.timerscope.actuate.TimersEndpointWebExtension;
import io.timerscope.actuate.TimersPage;

import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.autoconfigure.endpoint.expose.EndpointExposure;
import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.EndpointAccessResolver;
import org.springframework.boot.actuate.endpoint.EndpointId;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration of the endpoint {@code timers}.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = TimerscopeAutoConfiguration.class)
@ConditionalOnClass(ConditionalOnAvailableEndpoint.class)
@ConditionalOnBean(TaskLedger.class)
@ConditionalOnAvailableEndpoint(TimersEndpoint.class)
public final class TimerscopeEndpointAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	TimersEndpoint timersEndpoint(TaskLedger ledger, TimerscopeProperties properties) {
		return new TimersEndpoint(ledger, () -> Diagnosis.NONE, properties.endpoint().showExceptionMessages());
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnAvailableEndpoint(exposure = EndpointExposure.WEB)
	TimersEndpointWebExtension timersEndpointWebExtension(TimersEndpoint endpoint, TaskLedger ledger,
			EndpointAccessResolver access) {
		boolean cancelAllowed = access.accessFor(EndpointId.of("timers"), Access.READ_ONLY) == Access.UNRESTRICTED;
		return new TimersEndpointWebExtension(endpoint, () -> Diagnosis.NONE,
				new TimersPage(ledger.application().name(), cancelAllowed));
	}

}
