package io.timerscope.sample.soak;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;

import io.timerscope.scope.TaskScope;
import io.timerscope.scope.TaskScopes;

import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;

/** Schedules past the scope that it opens, so that the task does not end with it. */
@Component
@Profile("soak")
class LeakingImport {

	private final List<Future<?>> held = new ArrayList<>();

	private final TaskScheduler scheduler;

	private final TaskScopes scopes;

	LeakingImport(TaskScheduler taskScheduler, TaskScopes scopes) {
		this.scheduler = taskScheduler;
		this.scopes = scopes;
	}

	void run() {
		try (TaskScope scope = this.scopes.open("leaking import")) {
			scope.after(Duration.ofSeconds(1), Thread::onSpinWait);
			this.held.add(this.scheduler.scheduleAtFixedRate(Thread::onSpinWait, Duration.ofSeconds(1)));
		}
	}

	void forget() {
		this.held.clear();
	}

}
