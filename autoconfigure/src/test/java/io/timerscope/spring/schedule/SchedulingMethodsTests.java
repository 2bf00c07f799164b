package io.timerscope.spring.schedule;

import java.lang.reflect.Method;
import java.time.Instant;
import java.util.concurrent.ScheduledThreadPoolExecutor;

import org.junit.jupiter.api.Test;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

import static org.assertj.core.api.Assertions.assertThat;

class SchedulingMethodsTests {

	private final Method schedule;

	SchedulingMethodsTests() throws NoSuchMethodException {
		this.schedule = TaskScheduler.class.getMethod("schedule", Runnable.class, Instant.class);
	}

	@Test
	void whatIsSeenByTheSameSidesIsCalledByTheSameHandles() {
		assertThat(new SchedulingMethods(ThreadPoolTaskScheduler.class).find(this.schedule)).isNotNull()
			.isSameAs(new SchedulingMethods(SimpleAsyncTaskScheduler.class).find(this.schedule));
	}

	@Test
	void aMethodOfAnotherSideIsNoneThatTakesTasks() {
		assertThat(new SchedulingMethods(ScheduledThreadPoolExecutor.class).find(this.schedule)).isNull();
	}

}
