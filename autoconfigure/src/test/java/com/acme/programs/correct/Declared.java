package com.acme.programs.correct;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;

import io.timerscope.ApplicationLifetime;
import io.timerscope.scope.TaskScopes;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;

import org.springframework.scheduling.TaskScheduler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where the application says what it means. */
class Declared {

	/** In code. */
	@RestController
	static class ForTheApplication {

		private final TaskScopes scopes;

		ForTheApplication(TaskScopes scopes) {
			this.scopes = scopes;
		}

		@PostMapping("/declared/application/{id}")
		void watch(@PathVariable String id) {
			this.scopes.application().every(Duration.ofHours(1), () -> look(id));
			this.scopes.application().after(Duration.ofDays(1), () -> look(id));
		}

		private void look(String id) {
		}

	}

	/** By an annotation at the method. */
	@RestController
	static class AnnotatedMethod {

		private final TaskScheduler scheduler;

		AnnotatedMethod(TaskScheduler taskScheduler) {
			this.scheduler = taskScheduler;
		}

		@ApplicationLifetime("a sensor is never taken down")
		@PostMapping("/declared/method/{id}")
		void watch(@PathVariable String id) {
			this.scheduler.scheduleAtFixedRate(() -> {
			}, Duration.ofHours(1));
		}

	}

	/** By an annotation at the class. */
	@RestController
	@ApplicationLifetime("meters are never taken down")
	static class AnnotatedClass {

		private final TaskScheduler scheduler;

		AnnotatedClass(TaskScheduler taskScheduler) {
			this.scheduler = taskScheduler;
		}

		@PostMapping("/declared/class/{id}")
		void watch(@PathVariable String id) {
			this.scheduler.scheduleAtFixedRate(() -> {
			}, Duration.ofHours(1));
		}

	}

	/** In the configuration. */
	@RestController
	@SuppressWarnings("PeriodicTaskInRequest") // the configuration says so, not the code
	static class Ignored {

		private final TaskScheduler scheduler;

		Ignored(TaskScheduler taskScheduler) {
			this.scheduler = taskScheduler;
		}

		@PostMapping("/declared/ignored/{id}")
		void watch(@PathVariable String id) {
			this.scheduler.scheduleAtFixedRate(() -> {
			}, Duration.ofHours(1));
		}

	}

	/** What was scheduled through the request ends with it. */
	@RestController
	static class ForTheRequest {

		private final TaskScopes scopes;

		ForTheRequest(TaskScopes scopes) {
			this.scopes = scopes;
		}

		@PostMapping("/declared/request")
		void watch() {
			this.scopes.request().every(Duration.ofMillis(10), () -> {
			});
			this.scopes.request().after(Duration.ofHours(1), () -> {
			});
		}

	}

	/** Saves drafts for as long as the user is signed in. */
	@RestController
	static class AutoSave {

		private final TaskScheduler scheduler;

		AutoSave(TaskScheduler taskScheduler) {
			this.scheduler = taskScheduler;
		}

		@PostMapping("/drafts/sign-in")
		void signIn(HttpSession session) {
			session.setAttribute("drafts", new Drafts(
					this.scheduler.scheduleAtFixedRate(() -> session.getAttribute("draft"), Duration.ofMillis(20))));
		}

		@PostMapping("/drafts/sign-in-and-out")
		void signInAndOut(HttpSession session) {
			signIn(session);
			session.invalidate();
		}

		private record Drafts(ScheduledFuture<?> saving) implements HttpSessionBindingListener {

			@Override
			public void valueUnbound(HttpSessionBindingEvent event) {
				this.saving.cancel(false);
			}

		}

	}

}
