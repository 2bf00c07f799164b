package com.acme.groovy

import java.time.Instant
import org.springframework.scheduling.TaskScheduler

/** Schedules in the ways of Groovy. */
class Reminders {

	TaskScheduler scheduler

	def closure() {
		scheduler.schedule({ }, Instant.now().plusSeconds(3600))
	}

	def insideAClosure() {
		[1].collect { scheduler.schedule({ }, Instant.now().plusSeconds(3600 * it)) }.first()
	}

	def lambda() {
		scheduler.schedule(() -> { }, Instant.now().plusSeconds(3600))
	}

	def defaults(seconds = 3600) {
		scheduler.schedule({ }, Instant.now().plusSeconds(seconds))
	}

	def withDefaults() {
		defaults()
	}

	@groovy.transform.CompileStatic
	def compiledStatically() {
		scheduler.schedule({ }, Instant.now().plusSeconds(3600))
	}
}
