package io.timerscope.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import com.acme.findings.Shop;
import io.micrometer.context.ContextRegistry;
import io.timerscope.TickListener;
import io.timerscope.finding.Finding;
import io.timerscope.finding.FindingBook;
import io.timerscope.finding.FindingKind;
import io.timerscope.finding.FindingListener;
import io.timerscope.ledger.TaskLedger;
import io.timerscope.scope.TaskScopes;
import io.timerscope.spring.OwnerHandOver;
import io.timerscope.spring.TimerFindingEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.mock.web.MockServletContext;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Parents, children and siblings in one JVM, and contexts that are refreshed anew. */
@ExtendWith(OutputCaptureExtension.class)
class SeveralContextsTests {

	private static final Class<?>[] OURS = { TimerscopeAutoConfiguration.class,
			TimerscopeFindingsAutoConfiguration.class };

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(OURS))
		.withPropertyValues("timerscope.interval=20ms");

	private final ApplicationContextRunner parents = this.runner.withUserConfiguration(Pools.class, Hearing.class);

	/** Those of contexts that other tests keep. */
	private final Set<Thread> clocksOfOthers = clockThreads();

	@Test
	void aChildThatClosesLeavesItsParentAsItWas() {
		int accessors = accessors();
		this.parents.run((parent) -> {
			child(parent, (child) -> {
				assertThat(child.getBean(TaskLedger.class)).isSameAs(parent.getBean(TaskLedger.class));
				assertThat(accessors()).isEqualTo(accessors + 1);
			});
			assertThat(accessors()).isEqualTo(accessors + 1);
			assertThat(clocks()).isEqualTo(1);
			dies(parent);
			Hearing hearing = parent.getBean(Hearing.class);
			await().untilAsserted(() -> assertThat(hearing.raised).hasSize(1));
			assertThat(parent.getBean(FindingBook.class).count(FindingKind.DEAD)).isEqualTo(1);
			assertThat(parent.getBean(TaskScopes.class)).isNotNull();
		});
		assertThat(accessors()).isEqualTo(accessors);
	}

	@Test
	void aFindingIsToldOnceInEachContextWhileAChildLives(CapturedOutput output) {
		this.parents.run((parent) -> child(parent, (child) -> {
			assertThat(clocks()).isEqualTo(1);
			dies(parent);
			Hearing above = parent.getBean(Hearing.class);
			Listening below = child.getBean(Listening.class);
			await().untilAsserted(() -> assertThat(below.events).hasSize(1));
			await().untilAsserted(() -> assertThat(below.raised).hasSize(1));
			int before = below.ticks.get();
			await().untilAsserted(() -> assertThat(below.ticks).hasValueGreaterThan(before + 2));
			assertThat(above.raised).hasSize(1);
			assertThat(above.events).hasSize(1);
			assertThat(below.events).hasSize(1);
			assertThat(below.raised).hasSize(1);
		}));
		assertThat(output.toString()).containsOnlyOnce("Timerscope: found dead f1");
	}

	@Test
	void aListenerOfAChildHearsNothingAfterTheChildHasClosed() {
		this.parents.run((parent) -> {
			List<Listening> closed = new ArrayList<>();
			child(parent, (child) -> closed.add(child.getBean(Listening.class)));
			int ticks = closed.get(0).ticks.get();
			dies(parent);
			await().untilAsserted(() -> assertThat(parent.getBean(Hearing.class).raised).hasSize(1));
			assertThat(closed.get(0).raised).isEmpty();
			assertThat(closed.get(0).ticks.get()).isLessThanOrEqualTo(ticks + 1);
		});
	}

	@Test
	void siblingsAreTwoApplications() {
		this.parents.run((one) -> {
			this.parents.run((other) -> {
				assertThat(one.getBean(TaskLedger.class)).isNotSameAs(other.getBean(TaskLedger.class));
				assertThat(clocks()).isEqualTo(2);
			});
			await().until(() -> clocks() == 1);
			dies(one);
			await().untilAsserted(() -> assertThat(one.getBean(Hearing.class).raised).hasSize(1));
		});
	}

	@Test
	void whatAContextLeavesBehindIsFoundThoughItCanBeRefreshed(CapturedOutput output) {
		List<ScheduledThreadPoolExecutor> left = new ArrayList<>();
		try (AnnotationConfigWebApplicationContext context = refreshable(Careless.class)) {
			context.refresh();
			left.add(context.getBean("careless", ScheduledThreadPoolExecutor.class));
			new Shop(left.get(0)).remind();
		}
		await().atMost(Duration.ofSeconds(15))
			.untilAsserted(() -> assertThat(output.toString()).contains("left-behind: after the context closed"));
		left.forEach(ScheduledThreadPoolExecutor::shutdownNow);
		assertThat(output.toString()).doesNotContain("Timerscope failed").doesNotContain("IllegalStateException");
	}

	@Test
	void aContextThatIsRefreshedAnewHasOneClock(CapturedOutput output) {
		try (AnnotationConfigWebApplicationContext context = refreshable(Pools.class)) {
			context.refresh();
			context.refresh();
			await().until(() -> clocks() == 1);
		}
		await().until(() -> clocks() == 0);
		assertThat(output.toString()).doesNotContain("Timerscope failed");
	}

	private static AnnotationConfigWebApplicationContext refreshable(Class<?> configuration) {
		AnnotationConfigWebApplicationContext context = new AnnotationConfigWebApplicationContext();
		context.setServletContext(new MockServletContext());
		context.register(OURS);
		context.register(configuration);
		return context;
	}

	private void child(AssertableApplicationContext parent, Consumer<AssertableApplicationContext> work) {
		this.runner.withUserConfiguration(ChildPools.class, Listening.class)
			.withParent(parent)
			.run((child) -> work.accept(child));
	}

	/** A periodic task of the parent's ends by an exception. */
	private static void dies(AssertableApplicationContext context) {
		new Shop(context.getBean("pool", ScheduledThreadPoolExecutor.class)).fail();
	}

	private long clocks() {
		return clockThreads().stream().filter((thread) -> !this.clocksOfOthers.contains(thread)).count();
	}

	private static Set<Thread> clockThreads() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().equals("timerscope-clock"))
			.collect(Collectors.toSet());
	}

	private static int accessors() {
		return (int) ContextRegistry.getInstance()
			.getThreadLocalAccessors()
			.stream()
			.filter(OwnerHandOver.class::isInstance)
			.count();
	}

	@Configuration(proxyBeanMethods = false)
	static class Pools {

		@Bean
		ScheduledThreadPoolExecutor pool() {
			return new ScheduledThreadPoolExecutor(1);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ChildPools {

		@Bean
		ThreadPoolTaskScheduler ofTheChild() {
			return new ThreadPoolTaskScheduler();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Careless {

		@Bean(destroyMethod = "")
		ScheduledThreadPoolExecutor careless() {
			return new ScheduledThreadPoolExecutor(1);
		}

	}

	static class Hearing implements FindingListener {

		private final Queue<Finding> raised = new ConcurrentLinkedQueue<>();

		private final Queue<TimerFindingEvent> events = new ConcurrentLinkedQueue<>();

		@Override
		public void raised(Finding finding) {
			this.raised.add(finding);
		}

		@Override
		public void resolved(Finding finding) {
		}

		@EventListener
		void on(TimerFindingEvent event) {
			this.events.add(event);
		}

	}

	static class Listening implements FindingListener, TickListener {

		private final Queue<Finding> raised = new ConcurrentLinkedQueue<>();

		private final Queue<TimerFindingEvent> events = new ConcurrentLinkedQueue<>();

		private final AtomicInteger ticks = new AtomicInteger();

		@Override
		public void raised(Finding finding) {
			this.raised.add(finding);
		}

		@Override
		public void resolved(Finding finding) {
		}

		@Override
		public void tick() {
			this.ticks.incrementAndGet();
		}

		@EventListener
		void on(TimerFindingEvent event) {
			this.events.add(event);
		}

	}

}
