package io.timerscope.sample.soak;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;

import jakarta.annotation.PreDestroy;

import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.context.annotation.Scope;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;

/** Each feed ends its task with itself. */
@Component
@Profile("soak")
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class CarefulFeed {

	private final ScheduledFuture<?> refresh;

	CarefulFeed(TaskScheduler taskScheduler) {
		this.refresh = taskScheduler.scheduleAtFixedRate(Thread::onSpinWait, Duration.ofSeconds(1));
	}

	@PreDestroy
	void close() {
		this.refresh.cancel(false);
	}

}
