package com.acme.shop;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** A method with a schedule. */
@Component
class NightlyReport {

	@Scheduled(cron = "0 0 3 * * *")
	void write() {
	}

}
