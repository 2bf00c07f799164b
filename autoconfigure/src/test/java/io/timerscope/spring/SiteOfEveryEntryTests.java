package io.timerscope.spring;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

import com.acme.entries.Entries;
import io.timerscope.OwnerKind;
import io.timerscope.TaskQuery;
import io.timerscope.TaskSnapshot;
import io.timerscope.autoconfigure.TimerscopeAutoConfiguration;
import io.timerscope.ledger.TaskLedger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.task.TaskExecutor;
import org.springframework.fixture.PlatformLifecycle;
import org.springframework.fixture.PlatformListener;
import org.springframework.fixture.PlatformWork;
import org.springframework.integration.config.EnableIntegration;
import org.springframework.integration.dsl.IntegrationFlow;
import org.springframework.integration.dsl.Pollers;
import org.springframework.messaging.support.ExecutorSubscribableChannel;
import org.springframework.messaging.support.GenericMessage;
import org.springframework.samples.clinic.ClinicApplication;
import org.springframework.samples.clinic.Visits;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;

import static org.assertj.core.api.Assertions.assertThat;

/** Whose line it is, however the code that schedules was called. */
class SiteOfEveryEntryTests {

	private static final String PLATFORM = "org.springframework.fixture.PlatformWork.begin(PlatformWork.java:";

	@Test
	void anApplicationBelowSpringsPackagesHasItsLines() {
		run(ClinicApplication.class, (context) -> {
			context.getBean(Visits.class).remind();
			context.getBean(Visits.class).check();
			assertThat(live(context)).extracting(TaskSnapshot::name).containsExactly("Visits.remind", "Visits.check");
			assertThat(live(context)).allSatisfy((task) -> {
				assertThat(task.site().isLibrary()).isFalse();
				assertThat(task.owner().name()).isEqualTo("visits");
			});
		});
	}

	@Test
	void whatSpringBeginsAtTheStartIsSpringsLine() {
		run(PlatformStarts.class, (context) -> {
			assertThat(live(context)).hasSize(2).allSatisfy((task) -> {
				assertThat(task.site().toString()).startsWith(PLATFORM);
				assertThat(task.site().isLibrary()).isTrue();
			});
			assertThat(live(context)).extracting((task) -> task.owner().name())
				.containsExactlyInAnyOrder("made", "one of made, started");
		});
	}

	@Test
	void whatTheApplicationBeginsAtTheStartIsTheLineThatDoes() {
		run(ApplicationStarts.class, (context) -> assertThat(live(context)).extracting(TaskSnapshot::name)
			.containsExactlyInAnyOrder("Entries$Runner.run", "Entries$Lifecycle.start"));
	}

	@Test
	void aTaskThatIsRegisteredForTheStartIsNotThePlaceWhereTheStartBegins() {
		run(Registers.class, (context) -> assertThat(live(context)).hasSize(1).allSatisfy((task) -> {
			assertThat(task.site().toString())
				.startsWith("org.springframework.scheduling.config.ScheduledTaskRegistrar.");
			assertThat(task.site().isLibrary()).isTrue();
			assertThat(task.owner().kind()).isEqualTo(OwnerKind.BEAN);
		}));
	}

	@Test
	void whoListensToAnEventSchedulesAndNotWhoTellsOfIt() {
		run(Events.class, (context) -> {
			context.getBean(Entries.Teller.class).tell();
			assertThat(live(context)).extracting(TaskSnapshot::name)
				.containsExactlyInAnyOrder("Entries$Listener.on", "PlatformWork.begin");
			assertThat(live(context)).extracting((task) -> task.owner().name())
				.containsExactlyInAnyOrder("applicationListener", "platformListener");
		});
	}

	@Test
	void whoHandlesAMessageSchedulesAndNotWhoSendsIt() {
		run(Plain.class, (context) -> {
			Entries.Caller caller = new Entries.Caller(context.getBean(TaskScheduler.class));
			ExecutorSubscribableChannel channel = new ExecutorSubscribableChannel();
			channel.subscribe((message) -> caller.call());
			channel.send(new GenericMessage<>("order"));
			assertThat(live(context)).extracting(TaskSnapshot::name).containsExactly("Entries$Caller.call");
		});
	}

	@Test
	void aPollerIsSpringIntegrationsLine() {
		run(Polls.class, (context) -> assertThat(live(context)).isNotEmpty().allSatisfy((task) -> {
			assertThat(task.site().className()).startsWith("org.springframework.integration.endpoint.");
			assertThat(task.site().isLibrary()).isTrue();
		}));
	}

	@Test
	void adviceAroundASchedulerIsNotTheLine() {
		run(AdvisedScheduler.class, (context) -> {
			new Entries.Caller(context.getBean(TaskScheduler.class)).call();
			assertThat(live(context)).extracting(TaskSnapshot::name).containsExactly("Entries$Caller.call");
		});
	}

	@Test
	void adviceThatSchedulesIsTheLine() {
		run(Plain.class, (context) -> {
			TaskScheduler scheduler = context.getBean(TaskScheduler.class);
			Entries.Advised advised = Entries.advised(new Entries.Advised(), new Entries.SchedulingAdvice(scheduler));
			advised.call();
			assertThat(live(context)).extracting(TaskSnapshot::name).containsExactly("Entries$SchedulingAdvice.invoke");
		});
	}

	@Test
	void aLibrarysBeanThatALateCallMakesIsTheLibrarysLineAndItsOwn() {
		run(Late.class, (context) -> {
			Entries.main(() -> context.getBean("late"));
			assertThat(live(context)).hasSize(1).allSatisfy((task) -> {
				assertThat(task.site().toString()).startsWith(PLATFORM);
				assertThat(task.owner().name()).isEqualTo("late");
			});
		});
	}

	private static void run(Class<?> configuration, Consumer<ConfigurableApplicationContext> assertions) {
		SpringApplication application = new SpringApplicationBuilder(configuration, Tracking.class)
			.web(WebApplicationType.NONE)
			.properties("spring.main.banner-mode=off", "logging.level.root=warn")
			.build();
		Entries.main(() -> {
			try (ConfigurableApplicationContext context = application.run()) {
				assertions.accept(context);
			}
		});
	}

	private static List<TaskSnapshot> live(ConfigurableApplicationContext context) {
		TaskQuery query = new TaskQuery(TaskQuery.States.LIVE, null, null, null, null, 100, 0);
		return context.getBean(TaskLedger.class).read().snapshot(query).page().tasks();
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ TaskSchedulingAutoConfiguration.class, TimerscopeAutoConfiguration.class })
	@EnableScheduling
	static class Tracking {

	}

	@Configuration(proxyBeanMethods = false)
	static class Plain {

	}

	@Configuration(proxyBeanMethods = false)
	static class PlatformStarts {

		@Bean
		PlatformLifecycle started(TaskScheduler taskScheduler) {
			return new PlatformLifecycle(taskScheduler);
		}

		@Bean(initMethod = "begin")
		PlatformWork made(TaskScheduler taskScheduler) {
			return new PlatformWork(taskScheduler);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import({ Entries.Runner.class, Entries.Lifecycle.class })
	static class ApplicationStarts {

	}

	@Configuration(proxyBeanMethods = false)
	static class Registers {

		@Bean
		SchedulingConfigurer registers() {
			return (registrar) -> registrar.addFixedRateTask(() -> {
			}, Duration.ofHours(1));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Events {

		@Bean
		Entries.Listener applicationListener(TaskScheduler taskScheduler) {
			return new Entries.Listener(taskScheduler);
		}

		@Bean
		PlatformListener platformListener(TaskScheduler taskScheduler) {
			return new PlatformListener(taskScheduler);
		}

		@Bean
		Entries.Teller teller(ConfigurableApplicationContext context) {
			return new Entries.Teller(context);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class AdvisedScheduler {

		@Bean
		static BeanPostProcessor advisesSchedulers() {
			return new BeanPostProcessor() {

				@Override
				public Object postProcessAfterInitialization(Object bean, String beanName) {
					return (bean instanceof TaskScheduler && bean instanceof TaskExecutor)
							? Entries.advised(bean, new Entries.Advice()) : bean;
				}

			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableIntegration
	static class Polls {

		@Bean
		IntegrationFlow poll() {
			return IntegrationFlow
				.fromSupplier(() -> "order",
						(adapter) -> adapter.poller(Pollers.fixedDelay(Duration.ofHours(1), Duration.ofHours(1))))
				.nullChannel();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Late {

		@Bean(initMethod = "begin")
		@Lazy
		PlatformWork late(TaskScheduler taskScheduler) {
			return new PlatformWork(taskScheduler);
		}

	}

}
