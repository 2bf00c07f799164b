// ok: the re-arming loop asks isShutdown of its pool
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class FlagLoop {
  private final ScheduledExecutorService pool = Executors.newScheduledThreadPool(1);

  void start() {
    pool.schedule(this::round, 1, TimeUnit.SECONDS);
  }

  private void round() {
    if (!pool.isShutdown()) {
      start();
    }
  }

  void stop() {
    pool.shutdownNow();
  }
}
