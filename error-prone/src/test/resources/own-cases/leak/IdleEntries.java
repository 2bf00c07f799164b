import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

class IdleEntries implements AutoCloseable {
  private final ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(1); // BUG
  private final Map<String, ScheduledFuture<?>> idle = new HashMap<>();

  void touch(String k) {
    ScheduledFuture<?> old = idle.put(k, pool.schedule(() -> idle.remove(k), 10, TimeUnit.MINUTES));
    if (old != null) old.cancel(false);
  }

  public void close() {
    pool.shutdownNow();
  }
}
