package io.timerscope.reactor;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import com.acme.reactor.Feeds;
import io.timerscope.OwnerKind;
import io.timerscope.OwnerSource;
import io.timerscope.TaskQuery;
import io.timerscope.TaskSnapshot;
import io.timerscope.TaskState;
import io.timerscope.autoconfigure.TimerscopeAutoConfiguration;
import io.timerscope.autoconfigure.TimerscopeFindingsAutoConfiguration;
import io.timerscope.autoconfigure.TimerscopeReactorAutoConfiguration;
import io.timerscope.ledger.TaskLedger;
import io.timerscope.ledger.TaskTracker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.Disposable;
import reactor.core.Scannable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

@ExtendWith(OutputCaptureExtension.class)
class ReactorTimersTests {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final Feeds feeds = new Feeds();

	private final List<Disposable> made = new ArrayList<>();

	/** Those of other tests know no Timerscope, or a closed one. */
	@BeforeEach
	@AfterEach
	void freshSchedulers() {
		this.made.forEach(Disposable::dispose);
		Schedulers.shutdownNow();
	}

	@ParameterizedTest
	@EnumSource
	void whatIsDueLaterIsATaskAtItsLineAndDisposalCancelsIt(Kind kind) {
		try (AnnotationConfigApplicationContext context = start()) {
			Scheduler scheduler = made(kind.make());
			Disposable reminder = this.feeds.remind(scheduler);
			assertThat(live(context)).singleElement().satisfies((task) -> {
				assertThat(task.scheduler()).isEqualTo(kind.text);
				assertThat(task.site().toString()).startsWith("com.acme.reactor.Feeds.remind(");
				assertThat(task.schedule().kind()).isEqualTo("once");
			});
			reminder.dispose();
			assertThat(live(context)).isEmpty();
			assertThat(ended(context)).singleElement().extracting(TaskSnapshot::state).isEqualTo(TaskState.CANCELLED);
			Disposable ticks = this.feeds.tick(scheduler);
			await().atMost(PATIENCE)
				.untilAsserted(() -> assertThat(live(context)).singleElement()
					.satisfies((task) -> assertThat(task.runs()).isGreaterThan(2))
					.extracting((task) -> task.schedule().kind())
					.isEqualTo("fixed-rate"));
			ticks.dispose();
			assertThat(live(context)).isEmpty();
			assertThat(ledger(context).trackingErrors()).isZero();
		}
	}

	@Test
	void whatIsDueAtOnceIsNoTask() {
		try (AnnotationConfigApplicationContext context = start()) {
			for (Kind kind : Kind.values()) {
				Scheduler scheduler = made(kind.make());
				assertThat(Mono.just("signal").publishOn(scheduler).block(PATIENCE)).isEqualTo("signal");
			}
			assertThat(names(context)).isEmpty();
		}
	}

	@ParameterizedTest
	@EnumSource
	void workThatChangesItsThreadCarriesItsOwner(Kind kind) {
		try (AnnotationConfigApplicationContext context = start()) {
			Scheduler scheduler = made(kind.make());
			inRequest(context, () -> this.feeds.remindElsewhere(scheduler));
			assertThat(live(context)).singleElement().satisfies((task) -> {
				assertThat(task.owner().kind()).isEqualTo(OwnerKind.REQUEST);
				assertThat(task.owner().name()).isEqualTo("GET /orders");
			});
			Boolean idle = Mono.fromCallable(() -> ledger(context).context().source() == null)
				.subscribeOn(scheduler)
				.block(PATIENCE);
			assertThat(idle).as("the thread works for nobody afterwards").isTrue();
		}
	}

	@Test
	void workThatWaitsALittleCarriesItsOwnerToo() {
		try (AnnotationConfigApplicationContext context = start()) {
			inRequest(context, this.feeds::remindLater);
			inRequest(context, this.feeds::remindAtThirdTick);
			assertThat(live(context)).hasSize(2).extracting((task) -> task.owner().name()).containsOnly("GET /orders");
		}
	}

	@Test
	void workForNobodyPassesAsItIs() throws Exception {
		try (AnnotationConfigApplicationContext context = start()) {
			List<Object> passed = new ArrayList<>();
			ScheduledExecutorService executor = Schedulers
				.decorateExecutorService(made(Schedulers.newSingle("passing")), new Passing(passed));
			Callable<String> work = () -> "done";
			executor.submit(work).get();
			inRequest(context, () -> executor.submit(work));
			assertThat(passed).hasSize(2);
			assertThat(passed.get(0)).isSameAs(work);
			assertThat(passed.get(1)).isInstanceOf(OwnedWork.class).hasToString(work.toString());
		}
	}

	@Test
	void anExecutorBeanIsCountedOnceUnderItsOwnName() {
		try (AnnotationConfigApplicationContext context = start(Jobs.class)) {
			this.feeds.on(context.getBean(ScheduledExecutorService.class));
			assertThat(live(context)).extracting(TaskSnapshot::scheduler).containsExactly("jobs");
			assertThat(names(context)).containsExactly("jobs");
		}
	}

	@Test
	void aBeanOwnsWhatItBeginsWhenItIsMade() {
		try (AnnotationConfigApplicationContext context = start(Beginning.class)) {
			assertThat(live(context)).singleElement().satisfies((task) -> {
				assertThat(task.owner().kind()).isEqualTo(OwnerKind.BEAN);
				assertThat(task.owner().name()).isEqualTo("polling");
			});
			context.getBean(Feeds.Polling.class).end();
		}
	}

	@Test
	void twoApplicationsDoNotSeeEachOthersTasks() {
		try (AnnotationConfigApplicationContext one = start()) {
			try (AnnotationConfigApplicationContext other = start()) {
				inRequest(one, () -> this.feeds.remindElsewhere(Schedulers.boundedElastic()));
				assertThat(live(one)).hasSize(1);
				assertThat(live(other)).isEmpty();
				inRequest(other, () -> this.feeds.remindElsewhere(Schedulers.boundedElastic()));
				assertThat(live(one)).hasSize(1);
				assertThat(live(other)).hasSize(1);
				made(() -> this.feeds.remind(Schedulers.parallel()));
				assertThat(live(one)).hasSize(1);
				assertThat(live(other)).hasSize(1);
				assertThat(ledger(one).attribution().gaps()).anyMatch((gap) -> gap.contains("several applications"));
				assertThat(ledger(other).attribution().gaps()).anyMatch((gap) -> gap.contains("several applications"));
			}
			assertThat(ledger(one).attribution().gaps()).isEmpty();
			this.feeds.remind(Schedulers.parallel());
			assertThat(live(one)).hasSize(2);
		}
	}

	@Test
	void aClosedApplicationIsLetGoAndTheHookIsRemoved() {
		WeakReference<?>[] closed = startedAndClosed();
		assertThat(isDecorated()).isFalse();
		for (WeakReference<?> reference : closed) {
			await().atMost(PATIENCE).until(() -> {
				System.gc();
				return reference.refersTo(null);
			});
		}
		assertThat(Mono.just("signal").publishOn(Schedulers.parallel()).block(PATIENCE)).isEqualTo("signal");
		made(() -> this.feeds.remind(Schedulers.parallel()));
		try (AnnotationConfigApplicationContext next = start()) {
			this.feeds.remind(Schedulers.parallel());
			assertThat(live(next)).as("on an executor that was made for another").hasSize(1);
		}
	}

	/** Of the context and of its ledger; one task has been cancelled, one has run. */
	private WeakReference<?>[] startedAndClosed() {
		try (AnnotationConfigApplicationContext context = start()) {
			for (Scheduler scheduler : List.of(Schedulers.parallel(), Schedulers.boundedElastic(),
					Schedulers.single())) {
				inRequest(context, () -> this.feeds.remind(scheduler)).dispose();
				inRequest(context, () -> this.feeds.remindElsewhere(scheduler)).dispose();
			}
			inRequest(context, this.feeds::remindLater).dispose();
			assertThat(isDecorated()).isTrue();
			return new WeakReference<?>[] { new WeakReference<>(context), new WeakReference<>(ledger(context)) };
		}
	}

	@Test
	void whatIsStillScheduledWhenTheApplicationClosesDoesNotKeepIt() {
		WeakReference<Object> closed = startedAndLeft();
		await().atMost(PATIENCE).until(() -> {
			System.gc();
			return closed.refersTo(null);
		});
	}

	private WeakReference<Object> startedAndLeft() {
		try (AnnotationConfigApplicationContext context = start()) {
			this.made.add(this.feeds.tick(Schedulers.parallel()));
			this.made.add(this.feeds.remind(Schedulers.single()));
			return new WeakReference<>(context);
		}
	}

	@Test
	void whatIsLeftOnASchedulerOfTheJvmIsNamedAndTheSchedulersThreadsAreNot(CapturedOutput output) {
		try (AnnotationConfigApplicationContext context = start()) {
			this.made.add(this.feeds.tick(Schedulers.parallel()));
			this.feeds.remind(Schedulers.single()).dispose();
			assertThat(live(context)).hasSize(1);
		}
		await().atMost(PATIENCE)
			.untilAsserted(() -> assertThat(output.toString()).contains("left-behind: after the context closed, "
					+ "reactor:parallel (reactor.core.scheduler.ParallelScheduler) still has 1 live task: Feeds.tick "
					+ "(every 5 ms, of the application, scheduled at com.acme.reactor.Feeds.tick("));
		assertThat(output.toString()).contains("dispose of its subscription")
			.doesNotContain("idle thread", "reactor:single", "Timerscope failed");
	}

	@ParameterizedTest
	@ValueSource(strings = { "timerscope.enabled=false", "timerscope.reactor.enabled=false" })
	void whatIsSwitchedOffHooksIntoNothing(String off) {
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
			TestPropertyValues.of(off).applyTo(context);
			context.register(OURS);
			context.refresh();
			assertThat(isDecorated()).isFalse();
		}
	}

	@Test
	void whatWasMadeBeforeTheApplicationIsNotMadeAnewAndSaid() {
		Scheduler before = Schedulers.parallel();
		this.made.add(this.feeds.remind(before));
		try (AnnotationConfigApplicationContext context = start()) {
			assertThat(Schedulers.parallel()).isSameAs(before);
			this.made.add(this.feeds.remind(Schedulers.parallel()));
			assertThat(live(context)).isEmpty();
			this.made.add(this.feeds.remind(Schedulers.single()));
			assertThat(live(context)).hasSize(1);
			assertThat(ledger(context).attribution().gaps()).singleElement()
				.asString()
				.startsWith(
						"Reactor's parallel was made before Timerscope started; what is scheduled on it is not seen");
		}
	}

	@Test
	void anExecutorThatKnowsNoTimeRefusesAsBefore() {
		ExecutorService pool = Executors.newSingleThreadExecutor();
		try (AnnotationConfigApplicationContext context = start()) {
			Scheduler scheduler = Schedulers.fromExecutorService(pool);
			assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(() -> scheduler.schedule(() -> {
			}, 1, TimeUnit.HOURS));
			assertThat(names(context)).isEmpty();
			inRequest(context, () -> this.feeds.remindElsewhere(scheduler));
			assertThat(live(context)).singleElement()
				.satisfies((task) -> assertThat(task.owner().kind()).isEqualTo(OwnerKind.REQUEST));
		}
		finally {
			pool.shutdownNow();
		}
	}

	@ParameterizedTest
	@EnumSource
	void reactorFindsOutOfADecoratedExecutorWhatItFindsOutOfItsOwn(Kind kind) {
		List<Object> own = scan(made(kind.make()));
		freshSchedulers();
		try (AnnotationConfigApplicationContext context = start()) {
			assertThat(context.isActive()).isTrue();
			assertThat(scan(made(kind.make()))).isEqualTo(own);
		}
	}

	private static List<Object> scan(Scheduler scheduler) {
		Scheduler.Worker worker = scheduler.createWorker();
		worker.dispose();
		List<Object> found = new ArrayList<>();
		for (Scannable each : List.of(Scannable.from(scheduler), Scannable.from(worker))) {
			for (Scannable.Attr<?> attribute : List.of(Scannable.Attr.CAPACITY, Scannable.Attr.BUFFERED,
					Scannable.Attr.LARGE_BUFFERED, Scannable.Attr.TERMINATED, Scannable.Attr.CANCELLED)) {
				found.add(String.valueOf(each.scan(attribute)));
			}
		}
		return found;
	}

	private static boolean isDecorated() {
		ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1);
		Scheduler scheduler = Schedulers.newSingle("probe");
		try {
			return Schedulers.decorateExecutorService(scheduler, executor) != executor;
		}
		finally {
			scheduler.dispose();
			executor.shutdownNow();
		}
	}

	private Scheduler made(Scheduler scheduler) {
		this.made.add(scheduler);
		return scheduler;
	}

	private void made(Supplier<Disposable> work) {
		this.made.add(work.get());
	}

	private <T> T inRequest(AnnotationConfigApplicationContext context, Supplier<T> work) {
		TaskLedger ledger = ledger(context);
		OwnerSource before = ledger.context().swap(ledger.openOwner(OwnerKind.REQUEST, "GET /orders"));
		try {
			return work.get();
		}
		finally {
			ledger.context().swap(before);
		}
	}

	private static TaskLedger ledger(AnnotationConfigApplicationContext context) {
		return context.getBean(TaskLedger.class);
	}

	private static List<String> names(AnnotationConfigApplicationContext context) {
		return ledger(context).schedulers().tracked().stream().map(TaskTracker::name).toList();
	}

	private static List<TaskSnapshot> live(AnnotationConfigApplicationContext context) {
		return tasks(context, TaskQuery.States.LIVE);
	}

	private static List<TaskSnapshot> ended(AnnotationConfigApplicationContext context) {
		return tasks(context, TaskQuery.States.ENDED);
	}

	private static List<TaskSnapshot> tasks(AnnotationConfigApplicationContext context, TaskQuery.States states) {
		TaskQuery query = new TaskQuery(states, null, null, null, null, 1000, 0);
		return ledger(context).read().snapshot(query).page().tasks();
	}

	private static final Class<?>[] OURS = { TimerscopeAutoConfiguration.class,
			TimerscopeFindingsAutoConfiguration.class, TimerscopeReactorAutoConfiguration.class };

	private static AnnotationConfigApplicationContext start(Class<?>... more) {
		AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
		TestPropertyValues.of("timerscope.interval=50ms").applyTo(context);
		if (more.length > 0) {
			context.register(more);
		}
		context.register(OURS);
		context.refresh();
		return context;
	}

	enum Kind {

		PARALLEL("reactor:parallel", Schedulers::parallel),

		SINGLE("reactor:single", Schedulers::single),

		ELASTIC("reactor:boundedElastic", Schedulers::boundedElastic),

		OWN_PARALLEL("reactor:quotes", () -> Schedulers.newParallel("quotes", 2)),

		OWN_ELASTIC("reactor:disk", () -> Schedulers.newBoundedElastic(2, 10, "disk")),

		ANONYMOUS_EXECUTOR("reactor:fromExecutorService",
				() -> Schedulers.fromExecutorService(new ScheduledThreadPoolExecutor(1))),

		NAMED_EXECUTOR("reactor:mails",
				() -> Schedulers.fromExecutorService(new ScheduledThreadPoolExecutor(1), "mails"));

		private final String text;

		private final Supplier<Scheduler> make;

		Kind(String text, Supplier<Scheduler> make) {
			this.text = text;
			this.make = make;
		}

		Scheduler make() {
			return this.make.get();
		}

	}

	private static final class Passing extends ScheduledThreadPoolExecutor {

		private final List<Object> passed;

		Passing(List<Object> passed) {
			super(0);
			this.passed = passed;
		}

		@Override
		public <T> Future<T> submit(Callable<T> task) {
			this.passed.add(task);
			return CompletableFuture.completedFuture(null);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Jobs {

		@Bean(destroyMethod = "shutdownNow")
		ScheduledExecutorService jobs() {
			return Executors.newScheduledThreadPool(1);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Beginning {

		@Bean
		Feeds.Polling polling() {
			return new Feeds.Polling();
		}

	}

}
