package com.acme.forkjoin;

import java.util.concurrent.ForkJoinPool;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Has one pool, for parallel work, and jobs that say nothing of where they run. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableScheduling
public class ForkJoinApplication {

	@Bean(destroyMethod = "shutdownNow")
	ForkJoinPool forkJoin() {
		return new ForkJoinPool(2);
	}

	@Bean
	Reports reports() {
		return new Reports();
	}

	/** Two jobs. */
	public static class Reports {

		@Scheduled(fixedRate = 10)
		void refresh() {
		}

		@Scheduled(cron = "0 0 0 1 1 *")
		void yearly() {
		}

	}

}
