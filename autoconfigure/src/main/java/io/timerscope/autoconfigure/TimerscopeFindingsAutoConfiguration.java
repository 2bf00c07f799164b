package io.timerscope.autoconfigure;

import io.timerscope.Admission;
import io.timerscope.autoconfigure.TimerscopeProperties.GuardAction;
import io.timerscope.finding.FindingBook;
import io.timerscope.finding.FindingKind;
import io.timerscope.finding.Inspection;
import io.timerscope.finding.LeftBehind;
import io.timerscope.guard.Guard;
import io.timerscope.guard.GuardLimits;
import io.timerscope.guard.GuardSampling;
import io.timerscope.jfr.FlightRecorderNews;
import io.timerscope.ledger.TaskLedger;
import io.timerscope.outside.OutsideTimers;
import io.timerscope.outside.PoolHolders;
import io.timerscope.recent.LastHour;
import io.timerscope.spring.HandmadeSchedulers;
import io.timerscope.spring.finding.FindingEvents;
import io.timerscope.spring.finding.FindingLog;
import io.timerscope.spring.held.BeanPools;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.SearchStrategy;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/**
 * Auto-configuration of the findings: what is wrong with the application's tasks, and who
 * hears of it; and of the guard against avalanches of tasks.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = TimerscopeAutoConfiguration.class)
@ConditionalOnBean(name = TimerscopeAutoConfiguration.IS_ON)
public final class TimerscopeFindingsAutoConfiguration {

	/** The bean that is there wherever this configuration is. */
	static final String IS_ON = "timerscopeInitialThreads";

	@Bean
	@ConditionalOnMissingBean
	static InitialThreads timerscopeInitialThreads() {
		return new InitialThreads();
	}

	@Bean
	static StartFailure timerscopeStartFailure() {
		return new StartFailure();
	}

	@Bean
	@ConditionalOnBooleanProperty(name = "timerscope.guard.enabled", matchIfMissing = true)
	@ConditionalOnMissingBean(Admission.class)
	Guard timerscopeGuard(EarlyBeans timerscopeEarlyBeans) {
		TimerscopeProperties properties = timerscopeEarlyBeans.get(TimerscopeProperties.class);
		TimerscopeProperties.Guard guard = properties.guard();
		UserSettings limits = timerscopeEarlyBeans.get(UserSettings.class);
		return new Guard(new GuardLimits(guard.consecutive(), guard.maxLive(), guard.maxGrowthPerMinute(),
				guard.maxHeapUsed(), limits::maxLive, guard.action() == GuardAction.SHED));
	}

	/** Before the findings look, so that they see this tick's sample. */
	@Bean
	@Order(0)
	@ConditionalOnBean(Guard.class)
	@ConditionalOnMissingBean
	GuardSampling timerscopeGuardSampling(Guard guard, TaskLedger ledger) {
		return new GuardSampling(guard, ledger);
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
	OutsideTimers timerscopeOutsideTimers(TaskLedger ledger, InitialThreads threads, PoolHolders holders) {
		return new OutsideTimers(ledger, threads.ids(), holders);
	}

	@Bean
	@ConditionalOnMissingBean
	Inspection timerscopeInspection(TaskLedger ledger, FindingBook book, UserSettings limits,
			ObjectProvider<Guard> guard, OutsideTimers outside) {
		return new Inspection(ledger, book, limits, guard.getIfAvailable(), outside);
	}

	@Bean
	@ConditionalOnMissingBean
	LastHour timerscopeLastHour(TaskLedger ledger) {
		LastHour hour = new LastHour(ledger);
		ledger.addListener(hour);
		return hour;
	}

	@Bean
	@ConditionalOnMissingBean
	StartAndClose timerscopeStartAndClose(ConfigurableApplicationContext context, TaskLedger ledger,
			Inspection inspection, ObjectProvider<Guard> guard) {
		return new StartAndClose(context, ledger, inspection, guard.getIfAvailable());
	}

	@Bean
	@ConditionalOnMissingBean
	LeftBehindReport timerscopeLeftBehindReport(ConfigurableApplicationContext context, TaskLedger ledger,
			OutsideTimers outside, InitialThreads threads, TimerscopeProperties properties) {
		return new LeftBehindReport(context, ledger,
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
