package com.acme.kotlin

import java.time.Instant
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.delay
import kotlinx.coroutines.withContext
import org.springframework.boot.autoconfigure.EnableAutoConfiguration
import org.springframework.boot.SpringBootConfiguration
import org.springframework.context.annotation.Import
import org.springframework.scheduling.TaskScheduler
import org.springframework.scheduling.annotation.EnableScheduling
import org.springframework.web.bind.annotation.GetMapping
import org.springframework.web.bind.annotation.RestController

/** An application with suspending handlers. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableScheduling
@Import(Prices::class)
class PriceApplication

/** Schedules before and after a change of thread. */
@RestController
class Prices(private val taskScheduler: TaskScheduler) {

	@GetMapping("/prices/before")
	suspend fun before(): String {
		refreshLater()
		delay(5)
		return "before"
	}

	@GetMapping("/prices/delayed")
	suspend fun delayed(): String {
		delay(5)
		refreshLater()
		return "delayed"
	}

	@GetMapping("/prices/elsewhere")
	suspend fun elsewhere(): String = withContext(Dispatchers.IO) {
		refreshLater()
		"elsewhere"
	}

	private fun refreshLater() {
		taskScheduler.schedule({ }, Instant.now().plusSeconds(3600))
	}
}
