// leak: a pool for each key, removed without shutdown
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class PerKeyPool {
  private final Map<String, ScheduledExecutorService> pools = new ConcurrentHashMap<>();

  void every(String key, Runnable work) {
    pools.computeIfAbsent(key, k -> Executors.newSingleThreadScheduledExecutor()) // BUG
        .scheduleAtFixedRate(work, 1, 1, TimeUnit.MINUTES);
  }

  void gone(String key) {
    pools.remove(key); // BUG
  }

  void close() {
    pools.values().forEach(ExecutorService::shutdown);
  }
}
