// leak: guava-like builder, private constructor, no end at all
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

final class TokenBucket {
  private final AtomicInteger tokens;
  private final ScheduledExecutorService refill = Executors.newSingleThreadScheduledExecutor(r -> { // BUG
    Thread t = new Thread(r, "refill");
    t.setDaemon(true);
    return t;
  });

  private TokenBucket(int size, Duration period) {
    tokens = new AtomicInteger(size);
    refill.scheduleAtFixedRate(() -> tokens.set(size), period.toNanos(), period.toNanos(), TimeUnit.NANOSECONDS);
  }

  static TokenBucket of(int size, Duration period) {
    return new TokenBucket(size, period);
  }

  boolean tryTake() {
    return tokens.getAndUpdate(n -> n > 0 ? n - 1 : 0) > 0;
  }
}
