package com.acme.kotlin

import java.util.concurrent.ScheduledExecutorService
import java.util.concurrent.ScheduledThreadPoolExecutor
import java.util.concurrent.atomic.AtomicInteger
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.asCoroutineDispatcher
import kotlinx.coroutines.delay
import kotlinx.coroutines.launch
import org.springframework.boot.autoconfigure.EnableAutoConfiguration
import org.springframework.boot.SpringBootConfiguration
import org.springframework.context.annotation.Bean
import org.springframework.context.annotation.Import
import org.springframework.scheduling.annotation.EnableScheduling
import org.springframework.web.bind.annotation.GetMapping
import org.springframework.web.bind.annotation.RestController

/** An application whose carts expire in coroutines. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableScheduling
@Import(Carts::class)
class CartApplication {

	@Bean(destroyMethod = "shutdownNow")
	fun coroutines(): ScheduledExecutorService = ScheduledThreadPoolExecutor(1)
}

/** Starts a coroutine for each cart. */
@RestController
class Carts(coroutines: ScheduledExecutorService) {

	private val scope = CoroutineScope(coroutines.asCoroutineDispatcher())

	val resumed = AtomicInteger()

	val suspended = AtomicInteger()

	@GetMapping("/carts/expire")
	fun expire(millis: Long): String {
		scope.launch {
			suspended.incrementAndGet()
			delay(millis)
			resumed.incrementAndGet()
		}
		return "later"
	}

	@GetMapping("/carts/suspend")
	fun expireInASuspendFunction(millis: Long): String {
		scope.launch { expireLater(millis) }
		return "later"
	}

	private suspend fun expireLater(millis: Long) {
		suspended.incrementAndGet()
		delay(millis)
		resumed.incrementAndGet()
	}
}
