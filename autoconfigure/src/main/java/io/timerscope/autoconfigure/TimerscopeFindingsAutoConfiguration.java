package io.timerscope.autoconfigure;

import io.timerscope.finding.FindingBook;
import io.timerscope.finding.FindingKind;
import io.timerscope.finding.Inspection;
import io.timerscope.finding.LeftBehind;
import io.timerscope.guard.Guard;
import io.timerscope.jfr.FlightRecorderNews;
import io.timerscope.ledger.TaskLedger;
import io.timerscope.outside.OutsideTimers;
import io.timerscope.outside.PoolHolders;
import io.timerscope.spring.HandmadeSchedulers;
import io.timerscope.spring.finding.FindingEvents;
import io.timerscope.spring.finding.FindingLog;
import io.timerscope.spring.held.BeanPools;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.SearchStrategy;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Auto-configuration of the findings: what is wrong with the application's tasks, and who
 * hears of it.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = { TimerscopeAutoConfiguration.class, TimerscopeGuardAutoConfiguration.class })
@ConditionalOnBean(TaskLedger.class)
public final class TimerscopeFindingsAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	static ThreadsBefore timerscopeThreadsBefore() {
		return new ThreadsBefore();
	}

	@Bean
	static StartFailure timerscopeStartFailure(ThreadsBefore threads) {
		return new StartFailure(threads);
	}

	@Bean
	@ConditionalOnMissingBean
	FindingBook timerscopeFindings(TaskLedger ledger, TimerscopeProperties properties) {
		return new FindingBook(ledger, properties.findings().disabled());
	}

	@Bean
	@ConditionalOnMissingBean
	PoolHolders timerscopePoolHolders(ConfigurableListableBeanFactory beanFactory, TimerscopeProperties properties,
			ObjectProvider<HandmadeSchedulers> handmade) {
		HandmadeSchedulers schedulers = handmade.getIfAvailable();
		return new BeanPools(beanFactory, ApplicationPackages.of(beanFactory), properties.origin().libraryPackages(),
				() -> (schedulers == null) ? null : schedulers.timers());
	}

	@Bean
	@ConditionalOnMissingBean
	OutsideTimers timerscopeOutsideTimers(TaskLedger ledger, ThreadsBefore threads, PoolHolders holders) {
		return new OutsideTimers(ledger, threads.ids(), holders);
	}

	@Bean
	@ConditionalOnMissingBean
	Inspection timerscopeInspection(TaskLedger ledger, FindingBook book, SettingsLimits limits,
			ObjectProvider<Guard> guard, OutsideTimers outside) {
		return new Inspection(ledger, book, limits, guard.getIfAvailable(), outside);
	}

	@Bean
	@ConditionalOnMissingBean
	Milestones timerscopeMilestones(ConfigurableApplicationContext context, TaskLedger ledger, Inspection inspection,
			ObjectProvider<Guard> guard) {
		return new Milestones(context, ledger, inspection, guard.getIfAvailable());
	}

	@Bean
	@ConditionalOnMissingBean
	Farewell timerscopeFarewell(ConfigurableApplicationContext context, TaskLedger ledger, OutsideTimers outside,
			ThreadsBefore threads, TimerscopeProperties properties) {
		return new Farewell(context, ledger,
				new LeftBehind(ledger, outside, threads.ids(), new SchedulerTypes(context)),
				!properties.findings().disabled().contains(FindingKind.LEFT_BEHIND));
	}

	@Bean
	@ConditionalOnMissingBean
	FindingLog timerscopeFindingLog() {
		return new FindingLog();
	}

	/**
	 * What is published in a context reaches its parents too, which hear by themselves.
	 */
	@Bean
	@ConditionalOnMissingBean(search = SearchStrategy.CURRENT)
	FindingEvents timerscopeFindingEvents(FindingBook book, ConfigurableApplicationContext context) {
		ApplicationContext parent = context.getParent();
		boolean heardAbove = parent != null
				&& parent.getBeanProvider(FindingEvents.class).stream().findAny().isPresent();
		return new FindingEvents(book, heardAbove ? new EventsBelow(context) : context);
	}

	/** A runtime image may lack the Flight Recorder. */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(name = "jdk.jfr.Event")
	static class FlightRecorderConfiguration {

		@Bean
		@ConditionalOnMissingBean
		FlightRecorderNews timerscopeFlightRecorderNews(TaskLedger ledger, TimerscopeProperties properties) {
			FlightRecorderNews news = new FlightRecorderNews(properties.lateAfter());
			ledger.addListener(news);
			return news;
		}

	}

}
