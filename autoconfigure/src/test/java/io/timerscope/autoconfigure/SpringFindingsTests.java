package io.timerscope.autoconfigure;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import com.acme.findings.Poller;
import com.acme.findings.Shop;
import io.timerscope.TickListener;
import io.timerscope.finding.Finding;
import io.timerscope.finding.FindingBook;
import io.timerscope.finding.FindingKind;
import io.timerscope.ledger.TaskLedger;
import io.timerscope.spring.TimerFindingEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.EnableScheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Findings about real beans on Spring Boot's own scheduler, which has one thread. */
@ExtendWith(OutputCaptureExtension.class)
class SpringFindingsTests {

	private final CountDownLatch over = new CountDownLatch(1);

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(TaskSchedulingAutoConfiguration.class,
				TimerscopeAutoConfiguration.class, TimerscopeFindingsAutoConfiguration.class))
		.withPropertyValues("timerscope.interval=50ms")
		.withUserConfiguration(Scheduling.class);

	@Test
	void aBeanThatDropsItsHandlesIsAbandonedAndOneThatKeepsThemOrBeginsOnceIsNot() {
		this.runner.withBean(Poller.Dropping.class)
			.withBean(Poller.Keeping.class)
			.withBean(Poller.Once.class)
			.run((context) -> {
				context.getBean(Poller.Once.class).begin();
				for (int i = 0; i < 2; i++) {
					context.getBean(Poller.Keeping.class).begin();
					context.getBean(Poller.Dropping.class).begin();
				}
				await().untilAsserted(() -> {
					System.gc();
					assertThat(found(context, FindingKind.ABANDONED)).extracting(Finding::count).containsExactly(2L);
				});
				afterTicks(context, 5);
				System.gc();
				afterTicks(context, 5);
				assertThat(context.getBean(FindingBook.class).current()).singleElement()
					.extracting(Finding::subject)
					.asString()
					.startsWith("com.acme.findings.Poller$Dropping.begin(");
				assertThat(context.getBean(Poller.Keeping.class).end()).isEqualTo(2);
			});
	}

	@Test
	void aRunIsStuckByTheLimitOfItsOwnSite() {
		this.runner
			.withPropertyValues("spring.task.scheduling.pool.size=2",
					"timerscope.rules[0].site=com.acme.findings.Shop#hold", "timerscope.rules[0].stuck-after=100ms")
			.run((context) -> {
				Shop.hold(context.getBean(TaskScheduler.class), this.over);
				Shop.patiently(context.getBean(TaskScheduler.class), this.over);
				await().untilAsserted(
						() -> assertThat(found(context, FindingKind.STUCK)).singleElement().satisfies((finding) -> {
							assertThat(finding.subject()).startsWith("com.acme.findings.Shop.hold(");
							assertThat(finding.evidence()).contains("on thread scheduling-", "the limit is 100 ms");
							assertThat(finding.stack()).anyMatch((frame) -> frame.getMethodName().equals("await"));
						}));
				this.over.countDown();
				await().until(() -> found(context, FindingKind.STUCK).isEmpty());
			});
	}

	@Test
	void lateRunsNameTheTaskThatHoldsTheOnlyThread() {
		this.runner.withPropertyValues("timerscope.late-after=100ms").run((context) -> {
			Shop.hold(context.getBean(TaskScheduler.class), this.over);
			Shop.once(context.getBean(TaskScheduler.class));
			await().untilAsserted(
					() -> assertThat(found(context, FindingKind.LATE)).singleElement().satisfies((finding) -> {
						assertThat(finding.subject()).isEqualTo("taskScheduler");
						assertThat(finding.evidence()).contains(
								"1 due task waits for a thread; Shop.hold (" + "com.acme.findings.Shop.hold(Shop.java:",
								"has held the thread scheduling-1 for ");
					}));
			this.over.countDown();
			await().until(() -> found(context, FindingKind.LATE).isEmpty());
		});
	}

	@Test
	void aTriggerThatThrowsIsFoundAlthoughSpringDoesNotEvenLogIt() {
		this.runner.run((context) -> {
			Shop.onBrokenTrigger(context.getBean(TaskScheduler.class));
			await().untilAsserted(() -> assertThat(found(context, FindingKind.DEAD)).singleElement()
				.satisfies((finding) -> assertThat(finding.evidence()).startsWith(
						"a periodic task was ended by its trigger (java.lang.IllegalStateException: no time) at ")));
		});
	}

	@Test
	void aListenerOfTheApplicationThatThrowsSilencesNobody(CapturedOutput output) {
		this.runner.withBean(Grumbler.class).run((context) -> {
			Shop.onBrokenTrigger(context.getBean(TaskScheduler.class));
			await().until(() -> context.getBean(TaskLedger.class).trackingErrors() == 1);
			AtomicInteger runs = new AtomicInteger();
			context.getBean(TaskScheduler.class)
				.scheduleAtFixedRate(runs::incrementAndGet, java.time.Duration.ofMillis(5));
			await().until(() -> runs.get() > 3);
		});
		assertThat(output).containsOnlyOnce("Timerscope: found dead f1 at com.acme.findings.Shop.onBrokenTrigger(");
	}

	@Test
	void aTickListenerAndAGuardThatThrowStopNeitherTheClockNorTheTasks() {
		AtomicInteger ticks = new AtomicInteger();
		this.runner.withBean("first", TickListener.class, () -> () -> {
			throw new IllegalStateException("tick");
		}).withBean("second", TickListener.class, () -> ticks::incrementAndGet).run((context) -> {
			AtomicInteger runs = new AtomicInteger();
			context.getBean(TaskScheduler.class)
				.scheduleAtFixedRate(runs::incrementAndGet, java.time.Duration.ofMillis(5));
			await().until(() -> ticks.get() > 3 && runs.get() > 3);
			assertThat(context.getBean(TaskLedger.class).trackingErrors()).isGreaterThan(2);
		});
	}

	private static List<Finding> found(ApplicationContext context, FindingKind kind) {
		return context.getBean(FindingBook.class)
			.current()
			.stream()
			.filter((finding) -> finding.kind() == kind)
			.toList();
	}

	private static void afterTicks(ApplicationContext context, int ticks) {
		for (int i = 0; i < ticks; i++) {
			context.getBean(TaskLedger.class).tick();
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableScheduling
	static class Scheduling {

	}

	static class Grumbler {

		@EventListener
		void on(TimerFindingEvent event) {
			throw new IllegalStateException("listener " + event.getType());
		}

	}

}
