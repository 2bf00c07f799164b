package io.timerscope.autoconfigure;

import io.timerscope.TaskLedger;
import io.timerscope.actuate.Diagnosis;
import io.timerscope.actuate.TimersEndpoint;
import io.timerscope.actuate.TimersEndpointHints;
import io.timerscope.actuate.TimersEndpointWebExtension;
import io.timerscope.actuate.TimersPage;
import io.timerscope.finding.FindingBook;
import io.timerscope.finding.OutsideTimers;
import io.timerscope.guard.Guard;
import io.timerscope.guard.GuardState;

import org.springframework.beans.factory.ObjectProvider;
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
import org.springframework.context.annotation.ImportRuntimeHints;

/**
 * Auto-configuration of the endpoint {@code timers}.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = TimerscopeFindingsAutoConfiguration.class)
@ConditionalOnClass(ConditionalOnAvailableEndpoint.class)
@ConditionalOnBean(FindingBook.class)
@ConditionalOnAvailableEndpoint(TimersEndpoint.class)
@ImportRuntimeHints(TimersEndpointHints.class)
public final class TimerscopeEndpointAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	TimersEndpoint timersEndpoint(TaskLedger ledger, FindingBook findings, ObjectProvider<Guard> guard,
			ObjectProvider<OutsideTimers> outside, TimerscopeProperties properties) {
		return new TimersEndpoint(ledger,
				() -> new Diagnosis(findings.current(),
						guard.stream().anyMatch((it) -> it.state() == GuardState.SHEDDING),
						outside.stream().flatMap((it) -> it.groups().stream()).toList()),
				properties.endpoint().showExceptionMessages());
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnAvailableEndpoint(exposure = EndpointExposure.WEB)
	TimersEndpointWebExtension timersEndpointWebExtension(TimersEndpoint endpoint, TaskLedger ledger,
			EndpointAccessResolver access) {
		boolean cancelAllowed = access.accessFor(EndpointId.of("timers"), Access.READ_ONLY) == Access.UNRESTRICTED;
		return new TimersEndpointWebExtension(endpoint, new TimersPage(ledger.application().name(), cancelAllowed));
	}

}
