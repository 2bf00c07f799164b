// ok: reconfigured by settings, cancelled when the queue is deleted; close() keeps it for the next start
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class QueueReaper {
  private final ScheduledExecutorService scheduler;
  private ScheduledFuture<?> reaper;

  QueueReaper(ScheduledExecutorService scheduler) {
    this.scheduler = scheduler;
  }

  void configure(long seconds) {
    if (reaper != null) {
      reaper.cancel(false);
      reaper = null;
    }
    if (seconds > 0) {
      reaper = scheduler.scheduleWithFixedDelay(() -> System.out.println("reap"), seconds, seconds, TimeUnit.SECONDS);
    }
  }

  void deleteQueue() {
    if (reaper != null) {
      reaper.cancel(false);
    }
  }

  void close() {
    System.out.println("closed");
  }
}
