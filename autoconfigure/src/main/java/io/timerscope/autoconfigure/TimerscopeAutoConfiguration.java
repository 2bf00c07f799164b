package io.timerscope.autoconfigure;

import io.micrometer.context.ContextRegistry;
import io.timerscope.Admission;
import io.timerscope.EndedObjects;
import io.timerscope.OwnerResolver;
import io.timerscope.TimeSource;
import io.timerscope.TrackingPolicy;
import io.timerscope.finding.FindingBook;
import io.timerscope.ledger.TaskLedger;
import io.timerscope.scope.Deadlines;
import io.timerscope.scope.TaskScopes;
import io.timerscope.spring.OwnerHandOver;
import io.timerscope.spring.ScheduledMethodsTracking;
import io.timerscope.spring.SchedulerBeanPostProcessor;
import io.timerscope.spring.bean.BeanCreationWatch;
import io.timerscope.spring.bean.BeanLifecycle;
import io.timerscope.spring.bean.BeanOwners;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryAware;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.SearchStrategy;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Role;
import org.springframework.core.env.Environment;
import org.springframework.util.Assert;

/**
 * Auto-configuration of what every application has: the ledger of scheduled tasks and its
 * clock, the schedulers that are replaced by tracked ones, the beans as owners, and the
 * scopes that are opened in code.
 *
 * @since 0.1.0
 */
@AutoConfiguration
@ConditionalOnBooleanProperty(name = "timerscope.enabled", matchIfMissing = true)
@EnableConfigurationProperties(TimerscopeProperties.class)
public final class TimerscopeAutoConfiguration {

	/**
	 * The bean that is there wherever this configuration is. To ask for a name takes no
	 * look at all definitions.
	 */
	static final String IS_ON = "timerscopeEarlyBeans";

	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	static EarlyBeans timerscopeEarlyBeans() {
		return new EarlyBeans();
	}

	/**
	 * Lazy, since Spring asks for it only where scheduling is enabled, and in nobody's
	 * way who asks for the one configurer of the application.
	 */
	@Bean(defaultCandidate = false)
	@Lazy
	ScheduledMethodsTracking timerscopeScheduledMethods(EarlyBeans timerscopeEarlyBeans) {
		return new ScheduledMethodsTracking(() -> timerscopeEarlyBeans.get(TaskLedger.class),
				() -> timerscopeEarlyBeans.properties().excludeBeans());
	}

	@Bean
	@ConditionalOnMissingBean(name = "timerscopeSettings")
	UserSettings timerscopeSettings(EarlyBeans timerscopeEarlyBeans) {
		return new UserSettings(timerscopeEarlyBeans.properties(), timerscopeEarlyBeans.find(TrackingPolicy.class));
	}

	@Bean(destroyMethod = "detachFromApplication")
	@ConditionalOnMissingBean
	TaskLedger timerscopeLedger(EarlyBeans timerscopeEarlyBeans, Environment environment) {
		TimerscopeProperties properties = timerscopeEarlyBeans.properties();
		OwnerResolver resolver = timerscopeEarlyBeans.find(OwnerResolver.class, () -> OwnerResolver.NONE);
		return TaskLedger.builder()
			.time(timerscopeEarlyBeans.find(TimeSource.class, TimeSource::system))
			.resolver(resolver)
			.admission(timerscopeEarlyBeans.find(Admission.class, () -> Admission.OPEN))
			.policy(timerscopeEarlyBeans.get(UserSettings.class).policy())
			.endedObjects(new ApplicationObjects(timerscopeEarlyBeans.all(EndedObjects.class),
					(resolver instanceof BeanOwners beans) ? beans : null))
			.capture(properties.origin().capture())
			.applicationPackages(ApplicationPackages.of(timerscopeEarlyBeans.beans()).get())
			.libraryPackages(properties.origin().libraryPackages())
			.timesEveryRun(properties.runs().timing() == TimerscopeProperties.Runs.Timing.EVERY)
			.historySize(properties.history().size())
			.applicationName(environment.getProperty("spring.application.name", "application"))
			.build();
	}

	/** One ledger has one clock, in the context that made it. */
	@Bean
	@ConditionalOnMissingBean(name = "timerscopeClock")
	TimerscopeClock timerscopeClock(EarlyBeans timerscopeEarlyBeans, TaskLedger timerscopeLedger,
			ObjectProvider<LeftBehindReport> timerscopeLeftBehindReport) {
		return new TimerscopeClock(timerscopeLedger, timerscopeEarlyBeans.properties().interval(),
				timerscopeLeftBehindReport::getIfAvailable);
	}

	/** Each context has its own. */
	@Bean
	ListenersOfContext timerscopeListeners(EarlyBeans timerscopeEarlyBeans, TimerscopeClock timerscopeClock,
			ObjectProvider<FindingBook> timerscopeFindings) {
		return new ListenersOfContext(timerscopeEarlyBeans.beans(), timerscopeClock,
				timerscopeFindings::getIfAvailable);
	}

	/**
	 * Each context has its own, which know its schedulers and sessions; the ledger is one
	 * for all. Where they are injected, what the application has made comes first, here
	 * or above.
	 */
	@Bean
	@Fallback
	@ConditionalOnMissingBean(search = SearchStrategy.CURRENT)
	TaskScopes timerscopeScopes(TaskLedger timerscopeLedger, EarlyBeans timerscopeEarlyBeans,
			Deadlines timerscopeDeadlines) {
		return new TaskScopes(timerscopeLedger, new ScopeSurroundings(timerscopeEarlyBeans.beans()),
				timerscopeDeadlines);
	}

	/** They end with the context, whose schedulers have the alarm. */
	@Bean
	@ConditionalOnMissingBean(search = SearchStrategy.CURRENT)
	Deadlines timerscopeDeadlines(TaskLedger timerscopeLedger) {
		return new Deadlines(timerscopeLedger);
	}

	@Bean
	DeadlinesEnd timerscopeNoDeadlineAfterClose(Deadlines timerscopeDeadlines) {
		return new DeadlinesEnd("timerscopeDeadlines", timerscopeDeadlines);
	}

	/**
	 * What Spring makes before anything can be injected. Even a parameter whose name is
	 * that of a bean has Spring ask what each primary factory bean makes, and so make it.
	 */
	@Configuration(proxyBeanMethods = false)
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	static class First implements BeanFactoryAware {

		private @Nullable EarlyBeans early;

		@Override
		public void setBeanFactory(BeanFactory beanFactory) {
			this.early = beanFactory.getBean(IS_ON, EarlyBeans.class);
		}

		private EarlyBeans early() {
			EarlyBeans early = this.early;
			Assert.state(early != null, "there is no bean factory");
			return early;
		}

		/** Of its precise type, which ahead-of-time processing looks at. */
		@Bean
		SchedulerBeanPostProcessor timerscopeSchedulerPostProcessor() {
			EarlyBeans early = early();
			return new SchedulerBeanPostProcessor(() -> early.get(TaskLedger.class),
					() -> early.properties().excludeBeans());
		}

		@Bean
		@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
		BeanCreationWatch timerscopeBeanCreations() {
			EarlyBeans early = early();
			return new BeanCreationWatch(() -> early.get(TaskLedger.class), early.find(BeanOwners.class));
		}

		@Bean
		@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
		@ConditionalOnBooleanProperty(name = "timerscope.beans.enabled", matchIfMissing = true)
		@ConditionalOnMissingBean
		BeanOwners timerscopeBeanOwners() {
			EarlyBeans early = early();
			return new BeanOwners(() -> early.get(TaskLedger.class));
		}

		@Bean
		@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
		@ConditionalOnBooleanProperty(name = "timerscope.beans.enabled", matchIfMissing = true)
		BeanLifecycle timerscopeBeanLifecycle() {
			return new BeanLifecycle(early().get(BeanOwners.class));
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(ContextRegistry.class)
	static class HandOver {

		@Bean
		@ConditionalOnMissingBean
		OwnerHandOver timerscopeOwnerHandOver(TaskLedger timerscopeLedger) {
			return new OwnerHandOver(timerscopeLedger.context());
		}

	}

}
