// ok: a callback that throws is logged
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

class ExpiryLoopGuarded<T> implements AutoCloseable {
  private final Map<T, Long> entries = new ConcurrentHashMap<>();
  private final ScheduledExecutorService loop = Executors.newSingleThreadScheduledExecutor();
  private final Consumer<T> expired;

  ExpiryLoopGuarded(Consumer<T> expired) {
    this.expired = expired;
    loop.scheduleWithFixedDelay(this::expire, 1, 1, TimeUnit.SECONDS);
  }

  private void expire() {
    entries.forEach((entry, until) -> {
      try {
        if (until < System.nanoTime()) {
          entries.remove(entry);
          expired.accept(entry);
        }
      } catch (RuntimeException e) {
        e.printStackTrace();
      }
    });
  }

  @Override
  public void close() {
    loop.shutdownNow();
  }
}
