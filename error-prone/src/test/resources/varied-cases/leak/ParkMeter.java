// leak: timeouts are cancelled, the pool keeps them
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

class ParkMeter {
  private final ScheduledExecutorService pool = Executors.newSingleThreadScheduledExecutor(); // BUG
  private ScheduledFuture<?> expiry;

  synchronized void pay(int minutes) {
    if (expiry != null) {
      expiry.cancel(false);
    }
    expiry = pool.schedule(() -> System.out.println("expired"), minutes, TimeUnit.MINUTES);
  }

  void close() {
    pool.shutdownNow();
  }
}
