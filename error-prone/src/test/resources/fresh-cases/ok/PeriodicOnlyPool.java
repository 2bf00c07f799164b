// ok: only a periodic task is cancelled, right before the pool ends
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class PeriodicOnlyPool {
  private final ScheduledExecutorService pool = Executors.newScheduledThreadPool(1);
  private ScheduledFuture<?> scan;

  void start(Runnable body) {
    scan = pool.scheduleWithFixedDelay(body, 1, 1, TimeUnit.SECONDS);
  }

  void stop() throws InterruptedException {
    if (scan != null) {
      scan.cancel(true);
    }
    pool.shutdown();
    pool.awaitTermination(5, TimeUnit.SECONDS);
  }
}
