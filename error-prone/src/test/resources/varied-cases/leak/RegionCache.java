// leak: static pool, an object's sweep never ends
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class RegionCache implements AutoCloseable {
  private static final ScheduledExecutorService SWEEPS = Executors.newScheduledThreadPool(1);
  private final Map<String, Long> entries = new ConcurrentHashMap<>();

  RegionCache() {
    SWEEPS.scheduleWithFixedDelay(() -> entries.values().removeIf(t -> t < System.nanoTime()), 1, 1, TimeUnit.MINUTES); // BUG
  }

  void put(String key, long until) {
    entries.put(key, until);
  }

  @Override
  public void close() {
    entries.clear();
  }
}
