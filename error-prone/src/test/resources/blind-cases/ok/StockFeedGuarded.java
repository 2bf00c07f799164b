// ok: each run is guarded by a wrapper that catches what it throws
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class StockFeedGuarded implements AutoCloseable {
  private final Map<String, Long> lastSeen = new ConcurrentHashMap<>();
  private final ScheduledExecutorService checks = Executors.newSingleThreadScheduledExecutor();

  void start() {
    checks.scheduleAtFixedRate(guarded(this::checkAll), 1, 1, TimeUnit.SECONDS);
  }

  private static Runnable guarded(Runnable task) {
    return () -> {
      try {
        task.run();
      } catch (Throwable t) {
        System.err.println("check failed: " + t);
      }
    };
  }

  private void checkAll() {
    lastSeen.forEach((feed, at) -> check(feed, at));
  }

  private void check(String feed, long at) {
    if (System.currentTimeMillis() - at > 60_000) {
      throw new IllegalStateException("stale: " + feed);
    }
  }

  @Override
  public void close() {
    checks.shutdownNow();
  }
}
