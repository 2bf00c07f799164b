// leak: the first callback that throws ends the expiry of all entries
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

class ExpiryLoop<T> implements AutoCloseable {
  private final Map<T, Long> entries = new ConcurrentHashMap<>();
  private final ScheduledExecutorService loop = Executors.newSingleThreadScheduledExecutor();
  private final Consumer<T> expired;

  ExpiryLoop(Consumer<T> expired) {
    this.expired = expired;
    loop.scheduleWithFixedDelay(this::expire, 1, 1, TimeUnit.SECONDS); // BUG
  }

  private void expire() {
    entries.forEach((entry, until) -> {
      if (until < System.nanoTime()) {
        entries.remove(entry);
        expired.accept(entry);
      }
    });
  }

  @Override
  public void close() {
    loop.shutdownNow();
  }
}
