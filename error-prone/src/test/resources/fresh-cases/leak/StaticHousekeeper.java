// leak: a task for each cache on a scheduler for all, made in the constructor
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class StaticHousekeeper<K, V> {
  private static final ScheduledExecutorService CLEANER = Executors.newSingleThreadScheduledExecutor(r -> {
    Thread thread = new Thread(r, "cache-cleaner");
    thread.setDaemon(true);
    return thread;
  });
  private final Map<K, Entry<V>> entries = new ConcurrentHashMap<>();

  private record Entry<V>(V value, long until) {}

  StaticHousekeeper() {
    CLEANER.scheduleAtFixedRate(this::expire, 1, 1, TimeUnit.MINUTES); // BUG
  }

  void put(K key, V value, long millis) {
    entries.put(key, new Entry<>(value, System.currentTimeMillis() + millis));
  }

  V get(K key) {
    Entry<V> entry = entries.get(key);
    return entry == null ? null : entry.value();
  }

  private void expire() {
    long now = System.currentTimeMillis();
    entries.values().removeIf(entry -> entry.until() < now);
  }
}
