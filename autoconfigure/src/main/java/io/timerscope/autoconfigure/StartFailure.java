package io.timerscope.autoconfigure;

import java.util.List;
import java.util.Set;

import io.timerscope.finding.LeftBehind;
import io.timerscope.ledger.TaskLedger;
import io.timerscope.outside.OutsideTimers;
import io.timerscope.spring.held.BeanPools;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextAware;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextRefreshedEvent;

/**
 * Notices a start that fails: the beans are destroyed, but the context is neither closed
 * nor does it say anything. Made before all other beans, since any of them may be the one
 * that fails; the clock may not be there, so that a thread of the same name looks once.
 */
final class StartFailure implements BeanFactoryPostProcessor, ApplicationContextAware,
		ApplicationListener<ContextRefreshedEvent>, DisposableBean {

	private @Nullable ConfigurableApplicationContext context;

	/** Those before the first bean. */
	private Set<Long> threads = Set.of();

	private volatile boolean started;

	/**
	 * Takes the threads by their bean's name: an argument may be looked for among all
	 * definitions, for which factory beans are made before anything can be injected.
	 */
	@Override
	public void setApplicationContext(ApplicationContext context) {
		this.context = (context instanceof ConfigurableApplicationContext configurable) ? configurable : null;
		this.threads = context.getBean(TimerscopeFindingsAutoConfiguration.IS_ON, InitialThreads.class).ids();
	}

	@Override
	public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
	}

	@Override
	public void onApplicationEvent(ContextRefreshedEvent event) {
		this.started |= event.getApplicationContext() == this.context;
	}

	/** A context that has started and is refreshed again destroys its beans too. */
	@Override
	public void destroy() {
		ConfigurableApplicationContext context = this.context;
		if (context != null && !context.isClosed() && !this.started) {
			LeftBehindReport report = report(context, ledger(context.getBeanFactory()));
			Thread thread = new Thread(report::afterFailure, TimerscopeClock.THREAD_NAME);
			thread.setDaemon(true);
			thread.setContextClassLoader(null);
			thread.start();
		}
	}

	private LeftBehindReport report(ConfigurableApplicationContext context, TaskLedger ledger) {
		BeanPools pools = new BeanPools(context.getBeanFactory(), ApplicationPackages.of(context.getBeanFactory()),
				List.of(), () -> null);
		OutsideTimers outside = new OutsideTimers(ledger, this.threads, pools);
		return new LeftBehindReport(context, ledger,
				new LeftBehind(ledger, outside, this.threads, new SchedulerTypes(context)), true);
	}

	/** Asks for none to be made, which is too late now. */
	private static TaskLedger ledger(ConfigurableListableBeanFactory beans) {
		for (String name : beans.getSingletonNames()) {
			if (beans.containsSingleton(name) && beans.getSingleton(name) instanceof TaskLedger ledger) {
				return ledger;
			}
		}
		return TaskLedger.builder().build();
	}

}
