package io.timerscope.sample.exports;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Makes a pool for each export, and shuts it down when the export is done.
 */
@RestController
class CarefulExportController {

	@PostMapping("/careful/exports")
	@SuppressWarnings({ "FutureReturnValueIgnored", "PeriodicTaskInRequest" }) // ends
																				// with
																				// its
																				// pool
	String export() {
		Progress progress = new Progress();
		ScheduledExecutorService pool = Executors.newSingleThreadScheduledExecutor();
		try {
			pool.scheduleAtFixedRate(progress::report, 0, 1, TimeUnit.SECONDS);
			return progress.result();
		}
		finally {
			pool.shutdownNow();
		}
	}

}
