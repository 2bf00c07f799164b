package io.timerscope.sample.soak;

import java.time.Duration;

import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.context.annotation.Scope;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;

/** Each feed forgets its task, which goes on. */
@Component
@Profile("soak")
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class LeakingFeed {

	@SuppressWarnings({ "FutureReturnValueIgnored", "PeriodicTaskHandleDiscarded" }) // the
																						// leak
	LeakingFeed(TaskScheduler taskScheduler) {
		taskScheduler.scheduleAtFixedRate(Thread::onSpinWait, Duration.ofSeconds(1));
	}

}
