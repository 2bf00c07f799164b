package io.timerscope.sample.report;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Reports at night, when nobody shops.
 */
@Component
class NightlyReport {

	private static final Logger LOGGER = LoggerFactory.getLogger(NightlyReport.class);

	@Scheduled(cron = "0 0 3 * * *")
	void write() {
		LOGGER.info("Another day, another report");
	}

}
