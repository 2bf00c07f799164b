package com.acme.held;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.timerscope.Owner;
import io.timerscope.OwnerKind;
import io.timerscope.OwnerSource;
import io.timerscope.TaskLedger;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * At any moment something runs, something is due, and something lives on for a moment
 * after its request.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableScheduling
public class HeldApplication {

	private final TaskLedger ledger;

	private final TaskScheduler scheduler;

	HeldApplication(TaskLedger ledger, TaskScheduler scheduler) {
		this.ledger = ledger;
		this.scheduler = scheduler;
	}

	public static void main(String[] args) {
		SpringApplication.run(HeldApplication.class, args);
	}

	@Scheduled(fixedRate = 20)
	void often() {
	}

	@Scheduled(fixedDelay = 100)
	void beat() throws InterruptedException {
		Future<?> afterwards = serve();
		TimeUnit.MILLISECONDS.sleep(200);
		afterwards.cancel(false);
		System.out.println("beat");
	}

	private Future<?> serve() {
		Owner request = this.ledger.openOwner(OwnerKind.REQUEST, "GET /");
		OwnerSource before = this.ledger.context().swap(request);
		try {
			return this.scheduler.schedule(() -> {
			}, Instant.now().plus(Duration.ofHours(1)));
		}
		finally {
			this.ledger.context().swap(before);
			this.ledger.ownerEnded(request);
		}
	}

}
