package com.acme.beans;

import java.util.concurrent.TimeUnit;

import org.springframework.scheduling.annotation.Scheduled;

public class ReportJob {

	private int written;

	@Scheduled(fixedRate = 1, timeUnit = TimeUnit.HOURS)
	public void nightly() {
		this.written++;
	}

	public int written() {
		return this.written;
	}

}
