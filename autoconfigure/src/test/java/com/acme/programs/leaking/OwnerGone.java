package com.acme.programs.leaking;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;

import io.timerscope.scope.TaskScope;
import io.timerscope.scope.TaskScopes;
import jakarta.annotation.PostConstruct;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.annotation.RequestScope;

/** What goes on although its bean was destroyed or its scope closed. */
@SuppressWarnings("PeriodicTaskInRequest") // the leak
class OwnerGone {

	/** A bean for one request, which starts something for ever. */
	@Component
	@RequestScope
	static class Basket {

		private final TaskScheduler scheduler;

		private ScheduledFuture<?> refresh;

		Basket(TaskScheduler taskScheduler) {
			this.scheduler = taskScheduler;
		}

		@PostConstruct
		void start() {
			this.refresh = this.scheduler.scheduleAtFixedRate(this::refresh, Duration.ofHours(1));
		}

		int size() {
			return 0;
		}

		private void refresh() {
		}

	}

	/** A bean that is destroyed by hand when the settings change. */
	@Lazy
	@Component("connector")
	static class Connector {

		private final ScheduledFuture<?> reminder;

		private final ScheduledFuture<?> polling;

		Connector(TaskScheduler taskScheduler) {
			this.reminder = remind(taskScheduler);
			this.polling = poll(taskScheduler);
		}

		private ScheduledFuture<?> remind(TaskScheduler scheduler) {
			return scheduler.schedule(this::work, Instant.now().plus(Duration.ofDays(1)));
		}

		private ScheduledFuture<?> poll(TaskScheduler scheduler) {
			return scheduler.scheduleAtFixedRate(this::work, Duration.ofHours(1));
		}

		private void work() {
		}

	}

	@RestController
	static class Settings {

		private final Basket basket;

		private final ObjectProvider<Connector> connectors;

		private final DefaultListableBeanFactory beans;

		private final TaskScopes scopes;

		private final TaskScheduler scheduler;

		private final List<Object> kept = new ArrayList<>();

		Settings(Basket basket, ObjectProvider<Connector> connectors, DefaultListableBeanFactory beans,
				TaskScopes scopes, TaskScheduler taskScheduler) {
			this.basket = basket;
			this.connectors = connectors;
			this.beans = beans;
			this.scopes = scopes;
			this.scheduler = taskScheduler;
		}

		@PostMapping("/gone/request-scope")
		int basket() {
			return this.basket.size();
		}

		@PostMapping("/gone/bean")
		void replace() {
			this.kept.add(this.connectors.getObject());
			this.beans.destroySingleton("connector");
		}

		@PostMapping("/gone/scope")
		void scoped() {
			try (TaskScope scope = this.scopes.open("import", Duration.ofMinutes(5))) {
				scope.after(Duration.ofHours(1), () -> {
				});
				this.kept.add(this.scheduler.scheduleAtFixedRate(() -> {
				}, Duration.ofHours(1)));
			}
		}

	}

}
