package com.acme.kotlin

import java.time.Duration
import java.time.Instant
import java.util.concurrent.ScheduledFuture
import org.springframework.scheduling.TaskScheduler

/** Schedules at the top level. */
fun remind(scheduler: TaskScheduler): ScheduledFuture<*> =
	scheduler.schedule({ }, Instant.now().plusSeconds(3600))

/** Schedules in an extension. */
fun TaskScheduler.remindOfAll(): ScheduledFuture<*> =
	schedule({ }, Instant.now().plusSeconds(3600))

/** Schedules for whoever calls it, at the caller's line. */
inline fun everyHour(scheduler: TaskScheduler, crossinline task: () -> Unit): ScheduledFuture<*> =
	scheduler.scheduleAtFixedRate({ task() }, Instant.now().plusSeconds(3600), Duration.ofHours(1))

/** Schedules in the ways of Kotlin. */
class Reminders(private val scheduler: TaskScheduler) {

	fun lambda(): ScheduledFuture<*> =
		scheduler.scheduleAtFixedRate({ }, Instant.now().plusSeconds(3600), Duration.ofHours(1))

	fun methodReference(): ScheduledFuture<*> =
		scheduler.schedule(::remindNobody, Instant.now().plusSeconds(3600))

	fun anonymousObject(): ScheduledFuture<*> =
		scheduler.schedule(object : Runnable {
			override fun run() {
			}
		}, Instant.now().plusSeconds(3600))

	fun defaults(delay: Duration = Duration.ofHours(1), name: String = "nobody"): ScheduledFuture<*> =
		scheduler.schedule({ remind(name) }, Instant.now().plus(delay))

	fun withDefaults(): ScheduledFuture<*> = defaults()

	fun insideALambda(): ScheduledFuture<*> =
		listOf(1L).map { hours -> scheduler.schedule({ }, Instant.now().plus(Duration.ofHours(hours))) }.single()

	fun insideAnObjectLambda(): ScheduledFuture<*> {
		val later: () -> ScheduledFuture<*> = { scheduler.schedule({ }, Instant.now().plusSeconds(3600)) }
		return called(later)
	}

	fun inlined(): ScheduledFuture<*> = everyHour(scheduler) { remindNobody() }

	private fun called(later: () -> ScheduledFuture<*>) = later()

	private fun remindNobody() {
	}

	private fun remind(name: String) {
		check(name.isNotEmpty())
	}

	companion object {

		fun ofCompanion(scheduler: TaskScheduler): ScheduledFuture<*> =
			scheduler.schedule({ }, Instant.now().plusSeconds(3600))
	}
}

/** A singleton of Kotlin's. */
object Calendar {

	fun remind(scheduler: TaskScheduler): ScheduledFuture<*> =
		scheduler.schedule({ }, Instant.now().plusSeconds(3600))
}
