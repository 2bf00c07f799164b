package com.acme.beans;

import java.util.concurrent.TimeUnit;

import org.springframework.scheduling.annotation.Scheduled;

/** Has two methods of one name, of which the second is scheduled. */
public class ExchangeRates {

	private int refreshed;

	public void refresh(String currency) {
		this.refreshed += currency.length();
	}

	@Scheduled(fixedRate = 1, timeUnit = TimeUnit.HOURS)
	public void refresh() {
		this.refreshed++;
	}

	public int refreshed() {
		return this.refreshed;
	}

}
