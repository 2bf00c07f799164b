// ok: waits for the delayed tasks a while, then ends them
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class ShutdownPolicy {
  private final ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(1);

  ShutdownPolicy() {
    pool.setRemoveOnCancelPolicy(true);
  }

  ScheduledFuture<?> later(Runnable task, Duration delay) {
    return pool.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
  }

  void end() throws InterruptedException {
    pool.shutdown();
    if (!pool.awaitTermination(30, TimeUnit.SECONDS)) {
      pool.shutdownNow();
    }
  }
}
