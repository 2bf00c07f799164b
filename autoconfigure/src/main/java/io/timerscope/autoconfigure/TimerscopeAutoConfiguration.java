package io.timerscope.autoconfigure;

import java.util.List;

import io.timerscope.Admission;
import io.timerscope.EndedObjects;
import io.timerscope.OwnerResolver;
import io.timerscope.TimeSource;
import io.timerscope.TrackingPolicy;
import io.timerscope.ledger.TaskLedger;
import io.timerscope.spring.bean.BeanCreationWatch;
import io.timerscope.spring.bean.BeanOwners;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Role;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration of the ledger of scheduled tasks and of the clock that keeps it up
 * to date.
 *
 * @since 0.1.0
 */
@AutoConfiguration
@ConditionalOnBooleanProperty(name = "timerscope.enabled", matchIfMissing = true)
@EnableConfigurationProperties(TimerscopeProperties.class)
public final class TimerscopeAutoConfiguration {

	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	static Collaborators timerscopeCollaborators() {
		return new Collaborators();
	}

	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	static BeanCreationWatch timerscopeBeanCreations(Collaborators timerscopeCollaborators) {
		return new BeanCreationWatch(() -> timerscopeCollaborators.get(TaskLedger.class),
				timerscopeCollaborators.find(BeanOwners.class));
	}

	@Bean
	@ConditionalOnMissingBean(TrackingPolicy.class)
	RulesPolicy timerscopePolicy(Collaborators timerscopeCollaborators) {
		return new RulesPolicy(timerscopeCollaborators.get(TimerscopeProperties.class));
	}

	/** What is ignored is the policy's to say, be it the user's. */
	@Bean
	@ConditionalOnMissingBean
	SettingsLimits timerscopeLimits(Collaborators timerscopeCollaborators) {
		TimerscopeProperties properties = timerscopeCollaborators.get(TimerscopeProperties.class);
		TrackingPolicy policy = timerscopeCollaborators.get(TrackingPolicy.class);
		return new SettingsLimits(properties,
				(policy instanceof RulesPolicy rules) ? rules : new RulesPolicy(properties), policy);
	}

	@Bean
	@ConditionalOnMissingBean
	TaskLedger timerscopeLedger(Collaborators timerscopeCollaborators, Environment environment,
			BeanFactory beanFactory) {
		TimerscopeProperties properties = timerscopeCollaborators.get(TimerscopeProperties.class);
		OwnerResolver resolver = timerscopeCollaborators.find(OwnerResolver.class, () -> OwnerResolver.NONE);
		return TaskLedger.builder()
			.time(timerscopeCollaborators.find(TimeSource.class, TimeSource::system))
			.resolver(resolver)
			.admission(timerscopeCollaborators.find(Admission.class, () -> Admission.OPEN))
			.policy(timerscopeCollaborators.get(TrackingPolicy.class))
			.endedObjects(new ApplicationObjects(timerscopeCollaborators.all(EndedObjects.class),
					(resolver instanceof BeanOwners beans) ? beans : null))
			.capture(properties.origin().capture())
			.applicationPackages(
					AutoConfigurationPackages.has(beanFactory) ? AutoConfigurationPackages.get(beanFactory) : List.of())
			.libraryPackages(properties.origin().libraryPackages())
			.timesEveryRun(properties.runs().timing() == TimerscopeProperties.Runs.Timing.EVERY)
			.historySize(properties.history().size())
			.applicationName(environment.getProperty("spring.application.name", "application"))
			.build();
	}

	/** One ledger has one clock, in the context that made it. */
	@Bean
	@ConditionalOnMissingBean
	TimerscopeClock timerscopeClock(TimerscopeProperties properties, TaskLedger ledger,
			ObjectProvider<Farewell> farewell) {
		return new TimerscopeClock(ledger, properties.interval(), farewell::getIfAvailable);
	}

	/** Each context has its own. */
	@Bean
	ListenersOfContext timerscopeListeners(ListableBeanFactory beans, TimerscopeClock clock) {
		return new ListenersOfContext(beans, clock);
	}

}
