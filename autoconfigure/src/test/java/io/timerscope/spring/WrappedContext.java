package io.timerscope.spring;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.timerscope.TaskQuery;
import io.timerscope.Totals;
import io.timerscope.autoconfigure.TimerscopeAutoConfiguration;
import io.timerscope.ledger.TaskLedger;
import io.timerscope.snapshot.SchedulerSnapshot;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;

/**
 * Applications with the wrapping and nothing else of Timerscope's, and what the ledger
 * says in them.
 */
final class WrappedContext {

	private static final String WITHOUT_OWNERS = "timerscope.beans.enabled=false";

	private WrappedContext() {
	}

	static ApplicationContextRunner runner() {
		return bare().withConfiguration(AutoConfigurations.of(TimerscopeAutoConfiguration.class))
			.withPropertyValues(WITHOUT_OWNERS);
	}

	static ApplicationContextRunner bare() {
		return new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(TaskSchedulingAutoConfiguration.class));
	}

	static AnnotationConfigApplicationContext start(Class<?>... configurations) {
		AnnotationConfigApplicationContext context = create();
		context.register(configurations);
		context.refresh();
		return context;
	}

	static AnnotationConfigApplicationContext create() {
		AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
		TestPropertyValues.of(WITHOUT_OWNERS).applyTo(context);
		context.register(Starter.class);
		return context;
	}

	static Totals totals(BeanFactory context) {
		return ledger(context).read().totals();
	}

	static TaskLedger ledger(BeanFactory context) {
		return context.getBean(TaskLedger.class);
	}

	static Map<String, SchedulerSnapshot> schedulers(BeanFactory context) {
		return ledger(context).read()
			.snapshot(TaskQuery.DEFAULT)
			.schedulers()
			.stream()
			.collect(Collectors.toMap(SchedulerSnapshot::name, Function.identity()));
	}

	/** After the application's own beans, as Spring Boot has it. */
	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration(TimerscopeAutoConfiguration.class)
	static class Starter {

	}

}
