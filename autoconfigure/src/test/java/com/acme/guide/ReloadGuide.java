package com.acme.guide;

import java.time.Duration;

import io.timerscope.scope.TaskHandle;
import io.timerscope.scope.TaskScopes;
import jakarta.annotation.PostConstruct;

import org.springframework.context.event.EventListener;
import org.springframework.scheduling.TaskScheduler;

/** What docs/choosing.md shows of beans. */
public class ReloadGuide {

	private final TaskScopes scopes;

	private TaskHandle reload;

	public ReloadGuide(TaskScopes scopes) {
		this.scopes = scopes;
	}

	@PostConstruct
	void start() {
		this.scopes.bean(this).every(Duration.ofMinutes(1), this::refresh);
	}

	@EventListener
	synchronized void changed(ConfigurationChanged event) {
		if (this.reload != null) {
			this.reload.cancel();
		}
		this.reload = this.scopes.bean(this).every(event.period(), this::reload);
	}

	private void refresh() {
	}

	private void reload() {
	}

	/** What the guide warns of. */
	@SuppressWarnings("PeriodicTaskInRequest") // the trap
	public static class Trap {

		private final TaskScheduler taskScheduler;

		public Trap(TaskScheduler taskScheduler) {
			this.taskScheduler = taskScheduler;
		}

		@EventListener
		void changed(ConfigurationChanged event) {
			this.taskScheduler.scheduleAtFixedRate(this::reload, event.period());
		}

		private void reload() {
		}

	}

	/**
	 * An event of the application's.
	 *
	 * @param period how often to reload from now on
	 */
	public record ConfigurationChanged(Duration period) {
	}

}
