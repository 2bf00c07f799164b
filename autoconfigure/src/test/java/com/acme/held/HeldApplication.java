package com.acme.held;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import io.timerscope.Owner;
import io.timerscope.OwnerKind;
import io.timerscope.OwnerSource;
import io.timerscope.ledger.TaskLedger;
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

	private final AtomicLong beats = new AtomicLong();

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
	void beat() {
		this.beats.incrementAndGet();
		System.out.println("beat");
	}

	/** Takes as long as some beats, of which there are none while the process is held. */
	@Scheduled(fixedDelay = 1)
	void job() throws InterruptedException {
		Future<?> afterwards = serve();
		System.out.println("job");
		long end = this.beats.get() + 20;
		while (this.beats.get() < end) {
			TimeUnit.MILLISECONDS.sleep(20);
		}
		afterwards.cancel(false);
		System.out.println("done");
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
