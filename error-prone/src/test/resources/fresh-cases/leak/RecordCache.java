// leak: executor in a lazily made holder of each cache; invalidate() leaves it
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class RecordCache {
  private final Object lock = new Object();
  private ScheduledExecutorService expiry;
  private final Map<String, String> values = new ConcurrentHashMap<>();

  void put(String key, String value, long seconds) {
    values.put(key, value);
    expiry().schedule(() -> values.remove(key), seconds, TimeUnit.SECONDS);
  }

  private ScheduledExecutorService expiry() {
    synchronized (lock) {
      if (expiry == null) {
        expiry = Executors.newScheduledThreadPool(1); // BUG
      }
      return expiry;
    }
  }

  void invalidate() {
    values.clear();
  }
}
