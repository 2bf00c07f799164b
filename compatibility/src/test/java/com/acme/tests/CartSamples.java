package com.acme.tests;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledFuture;

import com.acme.shop.ShopApplication;
import io.timerscope.junit.NoTimerLeaks;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.scheduling.TaskScheduler;

/**
 * One test that leaves a task behind, and one that does not. Run by {@link RunSamples}.
 */
@SpringBootTest(classes = ShopApplication.class, properties = "spring.main.web-application-type=none")
@NoTimerLeaks
class CartSamples {

	@Autowired
	private TaskScheduler scheduler;

	@Test
	void leaves() {
		this.scheduler.scheduleAtFixedRate(() -> {
		}, Instant.now().plusSeconds(3600), Duration.ofHours(1));
	}

	@Test
	void cancels() {
		ScheduledFuture<?> future = this.scheduler.scheduleAtFixedRate(() -> {
		}, Instant.now().plusSeconds(3600), Duration.ofHours(1));
		future.cancel(false);
	}

}
