// ok: each call replaces the one before
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class Debouncer<K> {
  private final ScheduledExecutorService scheduler;
  private final ConcurrentHashMap<K, Future<?>> pending = new ConcurrentHashMap<>();

  Debouncer(ScheduledExecutorService scheduler) {
    this.scheduler = scheduler;
  }

  void debounce(K key, Runnable action, long millis) {
    Future<?> before = pending.put(key, scheduler.schedule(() -> {
      try {
        action.run();
      } finally {
        pending.remove(key);
      }
    }, millis, TimeUnit.MILLISECONDS));
    if (before != null) {
      before.cancel(true);
    }
  }

  void clear() {
    pending.values().forEach(f -> f.cancel(true));
    pending.clear();
  }
}
