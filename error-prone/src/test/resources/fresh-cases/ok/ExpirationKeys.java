// ok: the old task of the key is cancelled, the new one removes itself
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class ExpirationKeys<K> {
  private final ScheduledExecutorService scheduler;
  private final Map<K, ScheduledFuture<?>> tasks = new ConcurrentHashMap<>();

  ExpirationKeys(ScheduledExecutorService scheduler) {
    this.scheduler = scheduler;
  }

  void put(K key, Runnable expired) {
    cancel(key);
    ScheduledFuture<?> future = scheduler.schedule(() -> {
      tasks.remove(key);
      expired.run();
    }, 30, TimeUnit.MINUTES);
    tasks.put(key, future);
  }

  void cancel(K key) {
    ScheduledFuture<?> future = tasks.remove(key);
    if (future != null) {
      future.cancel(true);
    }
  }

  void cancelAll() {
    tasks.keySet().forEach(this::cancel);
  }
}
