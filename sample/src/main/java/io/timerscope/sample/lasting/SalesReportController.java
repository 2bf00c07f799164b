package io.timerscope.sample.lasting;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpStatus;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * An operator starts, changes and stops this report over HTTP. It goes on after each of
 * these requests, and its future is kept, so that the next request can end it.
 */
@RestController
@RequestMapping("/lasting/sales-report")
class SalesReportController {

	private static final Logger LOGGER = LoggerFactory.getLogger(SalesReportController.class);

	private final TaskScheduler scheduler;

	/** Guarded by this. */
	private @Nullable ScheduledFuture<?> report;

	SalesReportController(TaskScheduler scheduler) {
		this.scheduler = scheduler;
	}

	@PutMapping
	@ResponseStatus(HttpStatus.NO_CONTENT)
	synchronized void start(@RequestParam(defaultValue = "PT1M") Duration every) {
		stop();
		this.report = this.scheduler.scheduleAtFixedRate(() -> LOGGER.debug("Sales are fine"), every);
	}

	@DeleteMapping
	@ResponseStatus(HttpStatus.NO_CONTENT)
	synchronized void stop() {
		if (this.report != null) {
			this.report.cancel(false);
			this.report = null;
		}
	}

}
