// ok: hands on to the scheduler that it was given, and gives back its handles
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class DelegatingScheduler {
  private final ScheduledExecutorService target;
  private final LongAdder count = new LongAdder();

  DelegatingScheduler(ScheduledExecutorService target) {
    this.target = Objects.requireNonNull(target);
  }

  ScheduledFuture<?> every(Runnable task, Duration period) {
    count.increment();
    return target.scheduleAtFixedRate(() -> {
      try {
        task.run();
      } catch (Exception e) {
        System.err.println(e);
      }
    }, 0, period.toMillis(), TimeUnit.MILLISECONDS);
  }
}
