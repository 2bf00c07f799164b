package io.timerscope.spring.bean;

import java.util.List;

import com.acme.beans.EagerWork;
import com.acme.beans.Plans;
import io.timerscope.OwnerContext;
import io.timerscope.OwnerKind;
import io.timerscope.OwnerSource;
import io.timerscope.ledger.TaskLedger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.context.metrics.buffering.BufferingApplicationStartup;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.metrics.ApplicationStartup;
import org.springframework.core.metrics.StartupStep;
import org.springframework.scheduling.TaskScheduler;

import static org.assertj.core.api.Assertions.assertThat;

class BeanCreationWatchTests {

	private final ApplicationContextRunner application = OwningApplication.runner();

	@Test
	void aBeanOwnsWhatItSchedulesInItsConstructorAndWhenAllAreThere() {
		this.application.withBean("eager", EagerWork.class)
			.run((context) -> assertThat(OwningApplication.live(context)).hasSize(2)
				.allSatisfy((task) -> assertThat(task.owner().name()).isEqualTo("eager")));
	}

	@Test
	void aBeanThatIsMadeAnewOwnsItsFirstTaskAnew() {
		this.application.withUserConfiguration(Late.class).run((context) -> {
			context.getBean("eager");
			((DefaultListableBeanFactory) context.getBeanFactory()).destroySingleton("eager");
			context.getBean("eager");
			assertThat(OwningApplication.live(context)).hasSize(2);
			assertThat(OwningApplication.live(context).get(0).owner().endedAt()).isNotNull();
			assertThat(OwningApplication.live(context).get(1).owner().endedAt()).isNull();
			assertThat(OwningApplication.live(context).get(1).leak()).isNull();
		});
	}

	@Test
	void aLambdaInANestedBeanBelongsToThatBean() {
		this.application.withBean("plans", Plans.class)
			.withBean("reportPlan", Plans.ReportPlan.class)
			.run((context) -> {
				context.getBean(Plans.ReportPlan.class).plan();
				context.getBean(Plans.ReportPlan.class).planByName();
				assertThat(OwningApplication.live(context)).hasSize(2)
					.allSatisfy((task) -> assertThat(task.owner().name()).isEqualTo("reportPlan"));
			});
	}

	@Test
	void theApplicationsOwnStartupHearsOfEachStep() {
		BufferingApplicationStartup startup = new BufferingApplicationStartup(4096);
		this.application.withInitializer((context) -> context.setApplicationStartup(startup))
			.withBean("eager", EagerWork.class)
			.run((context) -> {
				assertThat(context.getBean(ApplicationStartup.class)).isSameAs(startup);
				List<StartupStep> steps = startup.getBufferedTimeline()
					.getEvents()
					.stream()
					.map((event) -> event.getStartupStep())
					.toList();
				assertThat(steps).filteredOn((step) -> step.getName().equals("spring.beans.instantiate"))
					.extracting(BeanCreationWatchTests::beanName)
					.contains("eager", "taskScheduler");
				assertThat(steps).filteredOn((step) -> step.getName().equals("spring.beans.smart-initialize"))
					.extracting(BeanCreationWatchTests::beanName)
					.contains("eager");
			});
	}

	@Test
	void aThreadIsAtNoBeanOnceAllAreMade() {
		this.application.withBean("eager", EagerWork.class)
			.run((context) -> assertThat(context.getBean(TaskLedger.class).context().source()).isNull());
	}

	@Test
	void theBeansOfAChildThatStartsDuringARequestOwnTheirWork() {
		this.application.run((parent) -> duringARequest(parent,
				() -> this.application.withParent(parent)
					.withBean("eager", EagerWork.class)
					.run((child) -> assertThat(OwningApplication.live(parent)).hasSize(2)
						.allSatisfy((task) -> assertThat(task.owner().name()).isEqualTo("eager")))));
	}

	@Test
	void aChildThatFailsWhenAllItsBeansAreThereLeavesTheThreadToTheRequest() {
		this.application.run((parent) -> duringARequest(parent, () -> {
			OwnerContext context = parent.getBean(TaskLedger.class).context();
			OwnerSource request = context.source();
			this.application.withParent(parent).withUserConfiguration(FailsLate.class).run((child) -> {
				assertThat(child).hasFailed();
				assertThat(context.source()).isSameAs(request);
			});
		}));
	}

	private static void duringARequest(ConfigurableApplicationContext application, Runnable work) {
		TaskLedger ledger = application.getBean(TaskLedger.class);
		OwnerSource before = ledger.context().swap(ledger.openOwner(OwnerKind.REQUEST, "GET /reload"));
		try {
			work.run();
		}
		finally {
			ledger.context().swap(before);
		}
	}

	private static String beanName(StartupStep step) {
		for (StartupStep.Tag tag : step.getTags()) {
			if (tag.getKey().equals("beanName")) {
				return tag.getValue();
			}
		}
		return "";
	}

	@Configuration(proxyBeanMethods = false)
	static class Late {

		@Bean
		@Lazy
		EagerWork eager(TaskScheduler taskScheduler) {
			return new EagerWork(taskScheduler);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class FailsLate {

		@Bean
		SmartInitializingSingleton failing() {
			return () -> {
				throw new IllegalStateException("not today");
			};
		}

	}

}
