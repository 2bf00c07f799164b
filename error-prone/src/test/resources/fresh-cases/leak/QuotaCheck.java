// leak: catches one kind of exception and throws another
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class QuotaCheck implements Runnable {
  private final ToLongFunction<String> usage;
  private final Map<String, Long> limits;

  QuotaCheck(ToLongFunction<String> usage, Map<String, Long> limits) {
    this.usage = usage;
    this.limits = limits;
  }

  static ScheduledFuture<?> start(ScheduledExecutorService scheduler, QuotaCheck check) {
    return scheduler.scheduleAtFixedRate(check, 1, 1, TimeUnit.MINUTES); // BUG
  }

  @Override
  public void run() {
    for (Map.Entry<String, Long> limit : limits.entrySet()) {
      try {
        check(limit.getKey(), limit.getValue());
      } catch (IllegalArgumentException e) {
        System.err.println("unknown " + limit.getKey());
      }
    }
  }

  private void check(String tenant, long limit) {
    long used = usage.applyAsLong(tenant);
    if (used > limit) {
      throw new IllegalStateException(tenant + " uses " + used);
    }
  }
}
