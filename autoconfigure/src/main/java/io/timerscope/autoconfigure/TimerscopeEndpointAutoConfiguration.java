package io.timerscope.autoconfigure;

import java.util.function.Supplier;

import io.timerscope.actuate.Diagnosis;
import io.timerscope.actuate.OperatorControls;
import io.timerscope.actuate.TimersEndpoint;
import io.timerscope.actuate.TimersEndpointHints;
import io.timerscope.actuate.TimersEndpointWebExtension;
import io.timerscope.actuate.TimersPage;
import io.timerscope.actuate.TimerscopeEndpoint;
import io.timerscope.actuate.TimerscopeEndpointWebExtension;
import io.timerscope.finding.FindingBook;
import io.timerscope.finding.Inspection;
import io.timerscope.guard.Guard;
import io.timerscope.guard.GuardState;
import io.timerscope.ledger.TaskLedger;
import io.timerscope.outside.OutsideTimers;
import io.timerscope.recent.LastHour;
import org.apache.commons.logging.LogFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.autoconfigure.endpoint.expose.EndpointExposure;
import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.EndpointAccessResolver;
import org.springframework.boot.actuate.endpoint.EndpointId;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigureOrder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.SearchStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Auto-configuration of the endpoint {@code timers}, which is named {@code timerscope}
 * where another endpoint has that id. Comes last, so that it knows the others.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = TimerscopeFindingsAutoConfiguration.class,
		afterName = { "io.github.resilience4j.springboot.micrometer.autoconfigure.TimerAutoConfiguration",
				"io.github.resilience4j.springboot3.micrometer.autoconfigure.TimerAutoConfiguration" })
@AutoConfigureOrder(Ordered.LOWEST_PRECEDENCE)
@ConditionalOnClass(ConditionalOnAvailableEndpoint.class)
@ConditionalOnBean(name = TimerscopeFindingsAutoConfiguration.IS_ON)
@ImportRuntimeHints(TimersEndpointHints.class)
public final class TimerscopeEndpointAutoConfiguration {

	/** The bean that is there where another endpoint has the id. */
	private static final String ID_IS_TAKEN = "timerscopeEndpointIdIsTaken";

	@Bean
	@ConditionalOnMissingBean
	OperatorControls timerscopeOperatorControls(TaskLedger timerscopeLedger, UserSettings timerscopeSettings,
			Inspection timerscopeInspection) {
		return new RuntimeControls(timerscopeLedger, timerscopeSettings, timerscopeInspection);
	}

	private static Supplier<Diagnosis> diagnosis(FindingBook findings, ObjectProvider<Guard> guard,
			ObjectProvider<OutsideTimers> outside) {
		return () -> new Diagnosis(findings.current(),
				guard.stream().anyMatch((it) -> it.state() == GuardState.SHEDDING),
				outside.stream().flatMap((it) -> it.groups().stream()).toList());
	}

	private static TimersPage page(TaskLedger ledger, EndpointAccessResolver access, String id) {
		boolean cancelAllowed = access.accessFor(EndpointId.of(id), Access.READ_ONLY) == Access.UNRESTRICTED;
		return new TimersPage(ledger.application().name(), cancelAllowed);
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnMissingBean(name = ID_IS_TAKEN, search = SearchStrategy.CURRENT)
	@ConditionalOnAvailableEndpoint(TimersEndpoint.class)
	static class Usual {

		@Bean
		@ConditionalOnMissingBean
		TimersEndpoint timerscopeEndpoint(TaskLedger timerscopeLedger, FindingBook timerscopeFindings,
				ObjectProvider<Guard> timerscopeGuard, ObjectProvider<OutsideTimers> timerscopeOutsideTimers,
				OperatorControls timerscopeOperatorControls, LastHour timerscopeLastHour,
				EarlyBeans timerscopeEarlyBeans) {
			return new TimersEndpoint(timerscopeLedger,
					diagnosis(timerscopeFindings, timerscopeGuard, timerscopeOutsideTimers), timerscopeOperatorControls,
					timerscopeLastHour, timerscopeEarlyBeans.properties().endpoint().showExceptionMessages());
		}

		@Bean
		@ConditionalOnMissingBean
		@ConditionalOnAvailableEndpoint(exposure = EndpointExposure.WEB)
		TimersEndpointWebExtension timerscopeEndpointWebExtension(TimersEndpoint timerscopeEndpoint,
				TaskLedger timerscopeLedger, EndpointAccessResolver propertiesEndpointAccessResolver,
				EarlyBeans timerscopeEarlyBeans) {
			return new TimersEndpointWebExtension(timerscopeEndpoint,
					page(timerscopeLedger, propertiesEndpointAccessResolver, "timers"),
					timerscopeEarlyBeans.properties().endpoint().threads());
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnBean(name = ID_IS_TAKEN, search = SearchStrategy.CURRENT)
	@ConditionalOnAvailableEndpoint(TimerscopeEndpoint.class)
	static class Instead {

		@Bean
		@ConditionalOnMissingBean(TimersEndpoint.class)
		TimerscopeEndpoint timerscopeEndpoint(TaskLedger timerscopeLedger, FindingBook timerscopeFindings,
				ObjectProvider<Guard> timerscopeGuard, ObjectProvider<OutsideTimers> timerscopeOutsideTimers,
				OperatorControls timerscopeOperatorControls, LastHour timerscopeLastHour,
				EarlyBeans timerscopeEarlyBeans) {
			return new TimerscopeEndpoint(timerscopeLedger,
					diagnosis(timerscopeFindings, timerscopeGuard, timerscopeOutsideTimers), timerscopeOperatorControls,
					timerscopeLastHour, timerscopeEarlyBeans.properties().endpoint().showExceptionMessages());
		}

		@Bean
		@ConditionalOnMissingBean(TimersEndpointWebExtension.class)
		@ConditionalOnAvailableEndpoint(exposure = EndpointExposure.WEB)
		TimerscopeEndpointWebExtension timerscopeEndpointWebExtension(TimerscopeEndpoint timerscopeEndpoint,
				TaskLedger timerscopeLedger, EndpointAccessResolver propertiesEndpointAccessResolver,
				EarlyBeans timerscopeEarlyBeans) {
			return new TimerscopeEndpointWebExtension(timerscopeEndpoint,
					page(timerscopeLedger, propertiesEndpointAccessResolver, "timerscope"),
					timerscopeEarlyBeans.properties().endpoint().threads());
		}

	}

	/** Comes first and asks, so that the others need to know a name only. */
	@Configuration(proxyBeanMethods = false)
	@Order(Ordered.HIGHEST_PRECEDENCE)
	@Conditional(TimersIdIsTaken.class)
	static class Word {

		@Bean(ID_IS_TAKEN)
		SmartInitializingSingleton timerscopeEndpointIdIsTaken(EarlyBeans timerscopeEarlyBeans) {
			OtherTimersEndpoint other = OtherTimersEndpoint.find(timerscopeEarlyBeans.beans());
			return () -> LogFactory.getLog(TimerscopeEndpointAutoConfiguration.class)
				.info("Timerscope: another endpoint has the id 'timers'"
						+ ((other == null) ? "" : " (bean '" + other.beanName() + "', " + other.type().getName() + ")")
						+ ", so that Timerscope's has the id 'timerscope'; add timerscope to "
						+ "management.endpoints.web.exposure.include");
		}

	}

}
