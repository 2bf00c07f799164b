package io.timerscope.spring.schedule;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;

import io.timerscope.ledger.TaskLedger;
import io.timerscope.ledger.TaskTracker;
import io.timerscope.pool.PoolView;
import io.timerscope.pool.SchedulerTraits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;

import static org.assertj.core.api.Assertions.assertThat;

class ForwardingSchedulerTests {

	private final TaskTracker tracker = TaskLedger.builder()
		.build()
		.schedulers()
		.track("scheduler", "type", SchedulerTraits.EXECUTOR, PoolView.NONE);

	@ParameterizedTest
	@ValueSource(classes = { TrackedThreadPoolTaskScheduler.class, TrackedSimpleAsyncTaskScheduler.class,
			TrackedScheduledThreadPoolExecutor.class })
	void everyPublicMethodOfTheParentIsForwarded(Class<?> subclass) {
		assertThat(Arrays.stream(subclass.getMethods())
			.filter((method) -> method.getDeclaringClass() != Object.class && !Modifier.isStatic(method.getModifiers()))
			.filter((method) -> method.getDeclaringClass() != subclass && !method.isBridge())
			.filter((method) -> !Modifier.isFinal(method.getModifiers()))
			.filter((method) -> !(method.getName().equals("close") && method.isDefault()))
			.map(Method::toGenericString)).isEmpty();
		assertThat(ForwardingScheduler.gap(subclass)).isNull();
	}

	@Test
	void aMethodThatIsNotForwardedIsFound() {
		assertThat(ForwardingScheduler.gap(Forgetful.class)).isNotNull();
	}

	@Test
	void settingsReachTheRealPool() {
		ScheduledThreadPoolExecutor target = (ScheduledThreadPoolExecutor) Executors.newScheduledThreadPool(1);
		TrackedScheduledThreadPoolExecutor tracked = new TrackedScheduledThreadPoolExecutor(target, this.tracker);
		try {
			assertThat(tracked.getCorePoolSize()).isEqualTo(1);
			tracked.setCorePoolSize(3);
			tracked.prestartAllCoreThreads();
			assertThat(target.getPoolSize()).isEqualTo(3);
		}
		finally {
			target.shutdownNow();
		}
	}

	@Test
	void finalGettersAnswerForTheRealScheduler() {
		try (SimpleAsyncTaskScheduler target = new SimpleAsyncTaskScheduler()) {
			target.setConcurrencyLimit(7);
			TrackedSimpleAsyncTaskScheduler tracked = new TrackedSimpleAsyncTaskScheduler(target, this.tracker);
			assertThat(tracked.getConcurrencyLimit()).isEqualTo(7);
			assertThat(tracked.isThrottleActive()).isTrue();
			assertThat(tracked.getThreadFactory()).isNull();
			tracked.setConcurrencyLimit(-1);
			tracked.setThreadFactory(Thread::new);
			assertThat(tracked.getConcurrencyLimit()).isEqualTo(target.getConcurrencyLimit()).isEqualTo(-1);
			assertThat(tracked.isThrottleActive()).isFalse();
			assertThat(tracked.getThreadFactory()).isNotNull().isSameAs(target.getThreadFactory());
		}
	}

	static class Forgetful extends ScheduledThreadPoolExecutor {

		Forgetful() {
			super(0);
		}

	}

}
