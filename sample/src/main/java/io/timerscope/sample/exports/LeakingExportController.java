package io.timerscope.sample.exports;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Makes a pool for each export and, to show it, never shuts it down. The pool is no bean.
 */
@RestController
class LeakingExportController {

	@PostMapping("/leaking/exports")
	@SuppressWarnings({ "FutureReturnValueIgnored", "PeriodicTaskHandleDiscarded", "PeriodicTaskInRequest",
			"SchedulerNeverShutDown" }) // the leak
	String export() {
		Progress progress = new Progress();
		ScheduledExecutorService pool = Executors.newSingleThreadScheduledExecutor();
		pool.scheduleAtFixedRate(progress::report, 0, 1, TimeUnit.SECONDS);
		return progress.result();
	}

}
