// ok: jobs in an array, each cancelled
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class DisposablesOfHandler {
  private final ScheduledExecutorService scheduler;
  private final ScheduledFuture<?>[] jobs = new ScheduledFuture<?>[2];

  DisposablesOfHandler(ScheduledExecutorService scheduler) {
    this.scheduler = scheduler;
  }

  void initialize() {
    jobs[0] = scheduler.scheduleWithFixedDelay(() -> System.out.println("a"), 0, 60, TimeUnit.SECONDS);
    jobs[1] = scheduler.scheduleWithFixedDelay(() -> System.out.println("b"), 0, 30, TimeUnit.SECONDS);
  }

  void dispose() {
    for (ScheduledFuture<?> job : jobs) {
      if (job != null) {
        job.cancel(true);
      }
    }
  }
}
