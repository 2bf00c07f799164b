// ok: removed with shutdown
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class PerKeyLane {
  private final Map<String, ScheduledExecutorService> pools = new ConcurrentHashMap<>();

  void every(String key, Runnable work) {
    pools.computeIfAbsent(key, k -> Executors.newSingleThreadScheduledExecutor())
        .scheduleAtFixedRate(work, 1, 1, TimeUnit.MINUTES);
  }

  void gone(String key) {
    ScheduledExecutorService pool = pools.remove(key);
    if (pool != null) {
      pool.shutdown();
    }
  }

  void close() {
    pools.values().forEach(ExecutorService::shutdown);
  }
}
