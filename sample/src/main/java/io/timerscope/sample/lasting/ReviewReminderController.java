package io.timerscope.sample.lasting;

import java.time.Duration;
import java.time.Instant;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpStatus;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Asks a customer for a review, three days after the order. The request is long over
 * then, as it should be.
 */
@RestController
class ReviewReminderController {

	private static final Logger LOGGER = LoggerFactory.getLogger(ReviewReminderController.class);

	private static final Duration LATER = Duration.ofDays(3);

	private final TaskScheduler scheduler;

	ReviewReminderController(TaskScheduler scheduler) {
		this.scheduler = scheduler;
	}

	@PostMapping("/lasting/review-reminders")
	@ResponseStatus(HttpStatus.ACCEPTED)
	@SuppressWarnings("FutureReturnValueIgnored") // it ends by itself
	void remind(@RequestParam String customer) {
		this.scheduler.schedule(() -> LOGGER.debug("Dear {}, how did you like it?", customer),
				Instant.now().plus(LATER));
	}

}
