package io.timerscope.autoconfigure;

import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.Supplier;

import com.acme.findings.Shop;
import io.timerscope.Owner;
import io.timerscope.OwnerKind;
import io.timerscope.OwnerSource;
import io.timerscope.Site;
import io.timerscope.TaskQuery;
import io.timerscope.TrackingPolicy;
import io.timerscope.finding.FindingBook;
import io.timerscope.finding.FindingKind;
import io.timerscope.finding.FindingLimits;
import io.timerscope.finding.Severity;
import io.timerscope.guard.Guard;
import io.timerscope.guard.GuardState;
import io.timerscope.ledger.TaskLedger;
import io.timerscope.spring.TimerFindingEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

@ExtendWith(OutputCaptureExtension.class)
class FindingsAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(
				AutoConfigurations.of(TimerscopeAutoConfiguration.class, TimerscopeFindingsAutoConfiguration.class))
		.withPropertyValues("timerscope.interval=50ms", "timerscope.requests.grace=0s")
		.withUserConfiguration(ShopConfiguration.class);

	@Test
	void aFindingIsPublishedAndLoggedOnceWithTheNextStep(CapturedOutput output) {
		this.runner.run((context) -> {
			GenericApplicationContext tenant = new GenericApplicationContext();
			tenant.refresh();
			ScheduledFuture<?> task = duringARequest(context.getBean(TaskLedger.class),
					() -> context.getBean(Shop.class).report(tenant));
			tenant.close();
			Queue<TimerFindingEvent> events = context.getBean(ShopConfiguration.class).events;
			await().untilAsserted(() -> assertThat(events).extracting((event) -> event.getFinding().kind())
				.contains(FindingKind.OUTLIVED_REQUEST));
			task.cancel(false);
			await().untilAsserted(() -> assertThat(events)
				.filteredOn((event) -> event.getFinding().kind() == FindingKind.OUTLIVED_REQUEST)
				.extracting(TimerFindingEvent::getType)
				.containsExactly(TimerFindingEvent.Type.RAISED, TimerFindingEvent.Type.RESOLVED));
		});
		assertThat(output.toString()).containsOnlyOnce("Timerscope: found outlived-request f")
			.contains(
					"1 one-time task of 1 request that has ended (POST /orders) is still scheduled, and what it works "
							+ "for is over: captured a closed ConfigurableApplicationContext. The request ended ")
			.containsOnlyOnce(
					"Next step: In Shop, keep the ScheduledFuture that report gets and cancel it when its work "
							+ "is over: ScheduledFuture<?> task = scheduler.schedule(...); later task.cancel(false). "
							+ "If the task is meant to live on, say so: scopes.application(), @ApplicationLifetime or "
							+ "timerscope.ignore=com.acme.findings.Shop#report.")
			.containsOnlyOnce("Timerscope: resolved outlived-request f");
	}

	@Test
	void aTaskThatGoesOnAfterItsRequestIsANoticeAndQuietInTheLog(CapturedOutput output) {
		this.runner.run((context) -> {
			duringARequest(context.getBean(TaskLedger.class), () -> context.getBean(Shop.class).remind());
			FindingBook book = context.getBean(FindingBook.class);
			await().until(() -> book.count(FindingKind.OUTLIVING) == 1);
			assertThat(context.getBean(ShopConfiguration.class).events)
				.extracting((event) -> event.getFinding().severity())
				.containsExactly(Severity.NOTICE);
			assertThat(context.getBean(TaskLedger.class).read().totals().leaked()).isZero();
		});
		assertThat(output.toString()).doesNotContain("found outliving");
	}

	@Test
	void aLeakIsReportedAndThenCancelledWhereTheUserSaysSo(CapturedOutput output) {
		this.runner.withPropertyValues("timerscope.leaks.action=cancel").run((context) -> {
			GenericApplicationContext tenant = new GenericApplicationContext();
			tenant.refresh();
			TaskLedger ledger = context.getBean(TaskLedger.class);
			ScheduledFuture<?> reminder = duringARequest(ledger, () -> context.getBean(Shop.class).remind());
			ScheduledFuture<?> leak = duringARequest(ledger, () -> context.getBean(Shop.class).report(tenant));
			tenant.close();
			await().until(leak::isCancelled);
			await().until(() -> output.toString().contains("Timerscope: resolved outlived-request"));
			assertThat(reminder.isDone()).isFalse();
			assertThat(ledger.read().totals().cancelled()).isOne();
		});
		assertThat(output.toString()).containsOnlyOnce("Timerscope: found outlived-request");
	}

	@Test
	void aPeriodicTaskThatDiesOnAPlainExecutorIsFound() {
		this.runner.run((context) -> {
			context.getBean(Shop.class).fail();
			FindingBook book = context.getBean(FindingBook.class);
			await().untilAsserted(() -> assertThat(book.current()).singleElement().satisfies((finding) -> {
				assertThat(finding.kind()).isEqualTo(FindingKind.DEAD);
				assertThat(finding.evidence()).contains("java.lang.IllegalStateException: out of stock");
			}));
		});
	}

	@Test
	void aPolicyOfTheUsersIsAskedByTheFindingsToo() {
		this.runner.withBean(TrackingPolicy.class, () -> new TrackingPolicy() {

			@Override
			public boolean ignores(Site site) {
				return site.toString().contains("Shop.fail");
			}

		}).run((context) -> {
			assertThat(context.getBeansOfType(FindingLimits.class)).hasSize(1);
			FindingLimits limits = context.getBean(FindingLimits.class);
			context.getBean(Shop.class).fail();
			TaskQuery ended = new TaskQuery(TaskQuery.States.ENDED, null, null, null, null, 100, 0);
			await()
				.untilAsserted(() -> assertThat(context.getBean(TaskLedger.class).read().snapshot(ended).page().tasks())
					.singleElement()
					.satisfies((task) -> assertThat(limits.ignores(task.site())).isTrue()));
		});
	}

	@Test
	void theGuardRefusesTheSiteThatGrowsInTheWordsOfItsScheduler() {
		this.runner
			.withPropertyValues("timerscope.guard.action=shed", "timerscope.guard.max-live=10",
					"timerscope.guard.consecutive=2")
			.run((context) -> {
				TaskScheduler scheduler = context.getBean(TaskScheduler.class);
				Shop shop = context.getBean(Shop.class);
				Guard guard = context.getBean(Guard.class);
				for (int i = 0; i < 6; i++) {
					shop.remind();
					Shop.remindOn(scheduler);
				}
				await().until(() -> guard.state() == GuardState.SHEDDING);
				assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(shop::remind)
					.withMessageStartingWith(
							"Timerscope's guard refuses new tasks of com.acme.findings.Shop.remind(Shop.java:");
				assertThatExceptionOfType(TaskRejectedException.class).isThrownBy(() -> Shop.remindOn(scheduler))
					.withMessageContaining("Timerscope's guard refuses");
				shop.fail();
				await().until(() -> context.getBean(FindingBook.class).count(FindingKind.OVERLOAD) == 1);
				assertThat(guard.rejections()).isEqualTo(2);
			});
	}

	@Test
	void aGuardThatIsOffIsNotThere() {
		this.runner.withPropertyValues("timerscope.guard.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(Guard.class));
	}

	@Test
	void aPlainApplicationShowsNothing(CapturedOutput output) throws InterruptedException {
		awaitTheLastWordOfTestsBefore();
		SpringApplication application = new SpringApplication(PlainApplication.class);
		application.setDefaultProperties(Map.of("timerscope.interval", "20ms", "server.port", "0"));
		try (ConfigurableApplicationContext context = application.run()) {
			PlainApplication plain = context.getBean(PlainApplication.class);
			int before = plain.runs;
			await().until(() -> plain.runs > before + 50);
			assertThat(context.getBean(FindingBook.class).current()).isEmpty();
			assertThat(context.getBean(TaskLedger.class).trackingErrors()).isZero();
		}
		String all = output.toString();
		assertThat(all.substring(all.indexOf(":: Spring Boot ::"))).doesNotContain("found ", "left-behind",
				"Timerscope failed");
	}

	private static void awaitTheLastWordOfTestsBefore() throws InterruptedException {
		for (Thread thread : Thread.getAllStackTraces().keySet()) {
			if (thread.getName().equals("timerscope-clock")) {
				thread.join(2_000);
			}
		}
	}

	@Test
	void whatOutlivesTheContextIsNamedByBeanAndTask(CapturedOutput output) {
		ScheduledExecutorService[] left = new ScheduledExecutorService[1];
		this.runner.withUserConfiguration(CarelessConfiguration.class).run((context) -> {
			left[0] = context.getBean("careless", ScheduledExecutorService.class);
			new Shop(left[0]).remind();
		});
		await().atMost(Duration.ofSeconds(12))
			.untilAsserted(() -> assertThat(output.toString())
				.contains("left-behind: after the context closed, bean careless (java.util.concurrent."
						+ "ScheduledThreadPoolExecutor) still has 1 live task: Shop.remind (once, of bean "
						+ "shop, scheduled at com.acme.findings.Shop.remind(Shop.java:"));
		left[0].shutdownNow();
	}

	private static ScheduledFuture<?> duringARequest(TaskLedger ledger, Supplier<ScheduledFuture<?>> work) {
		Owner owner = ledger.openOwner(OwnerKind.REQUEST, "POST /orders");
		OwnerSource before = ledger.context().swap(owner);
		try {
			return work.get();
		}
		finally {
			ledger.context().swap(before);
			ledger.ownerEnded(owner);
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableScheduling
	static class ShopConfiguration {

		private final Queue<TimerFindingEvent> events = new ConcurrentLinkedQueue<>();

		@Bean(destroyMethod = "shutdownNow")
		ScheduledThreadPoolExecutor orders() {
			return new ScheduledThreadPoolExecutor(1);
		}

		@Bean
		Shop shop(ScheduledThreadPoolExecutor orders) {
			return new Shop(orders);
		}

		@Bean
		ThreadPoolTaskScheduler taskScheduler() {
			return new ThreadPoolTaskScheduler();
		}

		@EventListener
		void on(TimerFindingEvent event) {
			this.events.add(event);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class CarelessConfiguration {

		@Bean(destroyMethod = "", autowireCandidate = false)
		ScheduledThreadPoolExecutor careless() {
			return new ScheduledThreadPoolExecutor(1);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@EnableScheduling
	static class PlainApplication {

		private volatile int runs;

		@Scheduled(fixedRate = 10)
		void count() {
			int before = this.runs;
			this.runs = before + 1;
		}

	}

}
