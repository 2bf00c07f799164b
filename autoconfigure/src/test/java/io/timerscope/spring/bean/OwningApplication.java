package io.timerscope.spring.bean;

import java.util.List;

import io.timerscope.TaskQuery;
import io.timerscope.TaskSnapshot;
import io.timerscope.autoconfigure.TimerscopeAutoConfiguration;
import io.timerscope.ledger.TaskLedger;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Applications whose beans own tasks and get no grace, and the tasks that they have. */
final class OwningApplication {

	private OwningApplication() {
	}

	static ApplicationContextRunner runner() {
		return new ApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(TaskSchedulingAutoConfiguration.class, TimerscopeAutoConfiguration.class))
			.withUserConfiguration(Scheduling.class)
			.withPropertyValues("timerscope.beans.grace=0s");
	}

	static List<TaskSnapshot> live(BeanFactory context) {
		return tasks(context, TaskQuery.States.LIVE);
	}

	static List<TaskSnapshot> tasks(BeanFactory context, TaskQuery.States states) {
		TaskQuery query = new TaskQuery(states, null, null, null, null, 100, 0);
		return context.getBean(TaskLedger.class).read().snapshot(query).page().tasks();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableScheduling
	static class Scheduling {

	}

}
