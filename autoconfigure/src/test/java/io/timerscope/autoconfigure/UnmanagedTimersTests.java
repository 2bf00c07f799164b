package io.timerscope.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import com.acme.pools.Submissions;
import io.micrometer.core.instrument.logging.LoggingMeterRegistry;
import io.timerscope.TickListener;
import io.timerscope.finding.Finding;
import io.timerscope.finding.FindingBook;
import io.timerscope.finding.FindingKind;
import io.timerscope.finding.Severity;
import io.timerscope.ledger.TaskLedger;
import io.timerscope.outside.OutsideGroup;
import io.timerscope.outside.OutsideTimers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Timers that are no beans, in an application that Spring has put together. */
@ExtendWith(OutputCaptureExtension.class)
class UnmanagedTimersTests {

	private final List<ScheduledExecutorService> left = new ArrayList<>();

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(
				AutoConfigurations.of(TimerscopeAutoConfiguration.class, TimerscopeFindingsAutoConfiguration.class))
		.withPropertyValues("timerscope.interval=20ms")
		.withBean(Ticks.class);

	@AfterEach
	void end() {
		this.left.forEach(ScheduledExecutorService::shutdownNow);
	}

	@ParameterizedTest
	@CsvSource({ "com.acme.pools.Submissions$InField, field delays, submission",
			"com.acme.pools.Submissions$Derived, field retries, retry-of-1-times",
			"com.acme.pools.Submissions$OneDown, field worker.scheduler, ThreadPoolTaskScheduler-1",
			"com.acme.pools.Submissions$Touchy, field SHARED, touchy-shared" })
	void whatABeanOfTheApplicationHoldsIsANoticeThatNamesBeanAndField(Class<?> type, String field, String thread) {
		this.runner.withBean("submissions", type).run((context) -> {
			assertThat(unmanaged(context, 1)).singleElement().satisfies((finding) -> {
				assertThat(finding.severity()).isEqualTo(Severity.NOTICE);
				assertThat(finding.subject()).isEqualTo("bean submissions, " + field);
				assertThat(finding.evidence()).isEqualTo("1 thread runs timers that are not tracked, for bean "
						+ "submissions, " + field + ": " + thread);
			});
			assertThat(context.getBean(OutsideTimers.class).groups()).extracting(OutsideGroup::heldBy)
				.contains("bean submissions, " + field);
			assertThat(context.getBean(TaskLedger.class).trackingErrors()).isZero();
		});
	}

	@Test
	void poolsInContainersAreTheirBeansEvenWithTheNamesOfTheJdk(CapturedOutput output) {
		this.runner.withBean("submissions", Submissions.InContainers.class).run((context) -> {
			assertThat(unmanaged(context, 2)).extracting(Finding::subject)
				.containsExactlyInAnyOrder("bean submissions, field byRegion", "bean submissions, field timers");
			assertThat(unmanaged(context, 2)).extracting(Finding::count).containsExactlyInAnyOrder(2L, 1L);
		});
		assertThat(output).doesNotContain("unmanaged");
	}

	@Test
	void whatALibraryHoldsIsSilentAndInTheInventory() {
		this.runner
			.withBean("meters", LoggingMeterRegistry.class, (Supplier<LoggingMeterRegistry>) LoggingMeterRegistry::new)
			.run((context) -> {
				await().untilAsserted(() -> assertThat(context.getBean(OutsideTimers.class).groups())
					.filteredOn((group) -> group.name().equals("logging-metrics-publisher"))
					.extracting(OutsideGroup::words)
					.containsExactly("logging-metrics-publisher (micrometer-core)"));
				context.getBean(Ticks.class).await(5);
				assertThat(context.getBean(FindingBook.class).current()).isEmpty();
			});
	}

	@Test
	void aTimerThatIsABeanIsSilent() {
		this.runner.withBean("carts", Timer.class, () -> {
			Timer timer = new Timer("cart-timer");
			timer.schedule(new TimerTask() {

				@Override
				public void run() {
				}

			}, 3_600_000);
			return timer;
		}, (definition) -> definition.setDestroyMethodName("cancel")).run((context) -> {
			context.getBean(Ticks.class).await(5);
			assertThat(context.getBean(FindingBook.class).current()).isEmpty();
			assertThat(context.getBean(OutsideTimers.class).groups()).extracting(OutsideGroup::heldBy)
				.contains("bean carts");
		});
	}

	@Test
	void nobodyIsMadeForTheSakeOfLooking() {
		this.runner.withUserConfiguration(LazyConfiguration.class)
			.withBean("submissions", Submissions.InField.class)
			.run((context) -> {
				unmanaged(context, 1);
				assertThat(LazyConfiguration.MADE).hasValue(0);
			});
	}

	@Test
	void anExecutorPerRequestBecomesAProblemOnceItGrows(CapturedOutput output) {
		this.runner.withPropertyValues("timerscope.guard.consecutive=2").run((context) -> {
			for (int i = 1; i <= 6; i++) {
				this.left.add(Submissions.PerRequest.dispatch());
				String seen = "%d thread%s of %d executor".formatted(i, (i == 1) ? "" : "s", i);
				await().untilAsserted(() -> assertThat(unmanaged(context, 1)).singleElement()
					.extracting(Finding::evidence)
					.asString()
					.startsWith(seen));
			}
			await().untilAsserted(() -> assertThat(unmanaged(context, 1)).singleElement().satisfies((finding) -> {
				assertThat(finding.severity()).isEqualTo(Severity.PROBLEM);
				assertThat(finding.subject()).isEqualTo("dispatch");
				assertThat(finding.evidence()).startsWith("6 threads of 6 executors run timers");
			}));
		});
		assertThat(output).containsOnlyOnce("Timerscope: found unmanaged").contains("dispatch ×");
	}

	@Test
	void threadsAndKindsCanBeSilenced() {
		this.runner.withBean("submissions", Submissions.InField.class)
			.withPropertyValues("timerscope.unmanaged.ignore-threads=submis*")
			.run((context) -> {
				context.getBean(Ticks.class).await(5);
				assertThat(context.getBean(FindingBook.class).current()).isEmpty();
			});
		this.runner.withBean("submissions", Submissions.InField.class)
			.withPropertyValues("timerscope.findings.disabled=unmanaged,left-behind")
			.run((context) -> {
				context.getBean(Ticks.class).await(5);
				assertThat(context.getBean(FindingBook.class).current()).isEmpty();
			});
	}

	private static List<Finding> unmanaged(ApplicationContext context, int expected) {
		FindingBook book = context.getBean(FindingBook.class);
		await().until(() -> book.count(FindingKind.UNMANAGED) == expected);
		context.getBean(Ticks.class).await(3);
		return book.current().stream().filter((finding) -> finding.kind() == FindingKind.UNMANAGED).toList();
	}

	/** Counts the clock's ticks. */
	static final class Ticks implements TickListener {

		private final AtomicInteger count = new AtomicInteger();

		@Override
		public void tick() {
			this.count.incrementAndGet();
		}

		void await(int ticks) {
			int before = this.count.get();
			org.awaitility.Awaitility.await().until(() -> this.count.get() >= before + ticks);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class LazyConfiguration {

		static final AtomicInteger MADE = new AtomicInteger();

		@Bean
		@Lazy
		Object reluctant() {
			MADE.incrementAndGet();
			return new Object();
		}

	}

}
