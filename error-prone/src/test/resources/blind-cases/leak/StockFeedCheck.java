// leak: the first stale feed ends the check of all feeds
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class StockFeedCheck implements AutoCloseable {
  private final Map<String, Long> lastSeen = new ConcurrentHashMap<>();
  private final ScheduledExecutorService checks = Executors.newSingleThreadScheduledExecutor();

  void start() {
    checks.scheduleAtFixedRate(this::checkAll, 1, 1, TimeUnit.SECONDS); // BUG
  }

  void seen(String feed) {
    lastSeen.put(feed, System.currentTimeMillis());
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
