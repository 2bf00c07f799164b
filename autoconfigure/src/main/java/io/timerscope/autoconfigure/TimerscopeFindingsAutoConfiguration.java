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
	@ConditionalOnMissingBean(name = IS_ON)
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
		TimerscopeProperties.Guard guard = timerscopeEarlyBeans.properties().guard();
		UserSettings limits = timerscopeEarlyBeans.get(UserSettings.class);
		return new Guard(new GuardLimits(guard.consecutive(), guard.maxLive(), guard.maxGrowthPerMinute(),
				guard.maxHeapUsed(), limits::maxLive, guard.action() == GuardAction.SHED));
	}

	/** Before the findings look, so that they see this tick's sample. */
	@Bean
	@Order(0)
	@ConditionalOnBean(Guard.class)
	@ConditionalOnMissingBean
	GuardSampling timerscopeGuardSampling(Guard timerscopeGuard, TaskLedger timerscopeLedger) {
		return new GuardSampling(timerscopeGuard, timerscopeLedger);
	}

	@Bean
	@ConditionalOnMissingBean
	FindingBook timerscopeFindings(TaskLedger timerscopeLedger, EarlyBeans timerscopeEarlyBeans) {
		return new FindingBook(timerscopeLedger, timerscopeEarlyBeans.properties().findings().disabled());
	}

	@Bean
	@ConditionalOnMissingBean
	PoolHolders timerscopePoolHolders(EarlyBeans timerscopeEarlyBeans,
			ObjectProvider<HandmadeSchedulers> timerscopeHandmadeSchedulers) {
		ConfigurableListableBeanFactory beans = timerscopeEarlyBeans.beans();
		HandmadeSchedulers handmade = timerscopeHandmadeSchedulers.getIfAvailable();
		return new BeanPools(beans, ApplicationPackages.of(beans),
				timerscopeEarlyBeans.properties().origin().libraryPackages(),
				() -> (handmade == null) ? null : handmade.timers());
	}

	@Bean
	@ConditionalOnMissingBean
	OutsideTimers timerscopeOutsideTimers(TaskLedger timerscopeLedger, InitialThreads timerscopeInitialThreads,
			PoolHolders timerscopePoolHolders) {
		return new OutsideTimers(timerscopeLedger, timerscopeInitialThreads.ids(), timerscopePoolHolders);
	}

	@Bean
	@ConditionalOnMissingBean
	Inspection timerscopeInspection(TaskLedger timerscopeLedger, FindingBook timerscopeFindings,
			UserSettings timerscopeSettings, ObjectProvider<Guard> timerscopeGuard,
			OutsideTimers timerscopeOutsideTimers) {
		return new Inspection(timerscopeLedger, timerscopeFindings, timerscopeSettings,
				timerscopeGuard.getIfAvailable(), timerscopeOutsideTimers);
	}

	@Bean
	@ConditionalOnMissingBean
	LastHour timerscopeLastHour(TaskLedger timerscopeLedger) {
		LastHour hour = new LastHour(timerscopeLedger);
		timerscopeLedger.addListener(hour);
		return hour;
	}

	@Bean
	@ConditionalOnMissingBean(name = "timerscopeStartAndClose")
	StartAndClose timerscopeStartAndClose(EarlyBeans timerscopeEarlyBeans, TaskLedger timerscopeLedger,
			Inspection timerscopeInspection, ObjectProvider<Guard> timerscopeGuard) {
		return new StartAndClose(timerscopeEarlyBeans.context(), timerscopeLedger, timerscopeInspection,
				timerscopeGuard.getIfAvailable());
	}

	@Bean
	@ConditionalOnMissingBean(name = "timerscopeLeftBehindReport")
	LeftBehindReport timerscopeLeftBehindReport(EarlyBeans timerscopeEarlyBeans, TaskLedger timerscopeLedger,
			OutsideTimers timerscopeOutsideTimers, InitialThreads timerscopeInitialThreads) {
		ConfigurableApplicationContext context = timerscopeEarlyBeans.context();
		LeftBehind leftBehind = new LeftBehind(timerscopeLedger, timerscopeOutsideTimers,
				timerscopeInitialThreads.ids(), new SchedulerTypes(context));
		return new LeftBehindReport(context, timerscopeLedger, leftBehind,
				!timerscopeEarlyBeans.properties().findings().disabled().contains(FindingKind.LEFT_BEHIND));
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
	FindingEvents timerscopeFindingEvents(FindingBook timerscopeFindings, EarlyBeans timerscopeEarlyBeans) {
		ConfigurableApplicationContext context = timerscopeEarlyBeans.context();
		ApplicationContext parent = context.getParent();
		boolean heardAbove = parent != null
				&& parent.getBeanProvider(FindingEvents.class).stream().findAny().isPresent();
		return new FindingEvents(timerscopeFindings, heardAbove ? new EventsBelow(context) : context);
	}

	/** A runtime image may lack the Flight Recorder. */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(name = "jdk.jfr.Event")
	static class FlightRecorderConfiguration {

		@Bean
		@ConditionalOnMissingBean
		FlightRecorderNews timerscopeFlightRecorderNews(TaskLedger timerscopeLedger, EarlyBeans timerscopeEarlyBeans) {
			FlightRecorderNews news = new FlightRecorderNews(timerscopeEarlyBeans.properties().lateAfter());
			timerscopeLedger.addListener(news);
			return news;
		}

	}

}
