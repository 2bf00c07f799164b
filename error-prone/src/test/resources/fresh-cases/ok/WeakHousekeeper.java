// ok: one static task for all caches, which it holds weakly
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class WeakHousekeeper {
  private static final ScheduledExecutorService CLEANER = Executors.newSingleThreadScheduledExecutor();
  private static final Set<WeakHousekeeper> ALL = Collections.newSetFromMap(new WeakHashMap<>());

  static {
    CLEANER.scheduleAtFixedRate(WeakHousekeeper::expireAll, 1, 1, TimeUnit.MINUTES);
  }

  private final Map<String, Long> until = new ConcurrentHashMap<>();

  WeakHousekeeper() {
    synchronized (ALL) {
      ALL.add(this);
    }
  }

  void put(String key, long millis) {
    until.put(key, System.currentTimeMillis() + millis);
  }

  private static void expireAll() {
    synchronized (ALL) {
      long now = System.currentTimeMillis();
      ALL.forEach(cache -> cache.until.values().removeIf(t -> t < now));
    }
  }
}
