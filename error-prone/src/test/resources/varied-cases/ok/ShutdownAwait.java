// ok: shutdown, then a hard end
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class ShutdownAwait {
  private final ScheduledExecutorService pool = Executors.newScheduledThreadPool(1);

  ShutdownAwait(Runnable late) {
    pool.schedule(late, 10, TimeUnit.MINUTES);
  }

  void close() throws InterruptedException {
    pool.shutdown();
    if (!pool.awaitTermination(5, TimeUnit.SECONDS)) {
      pool.shutdownNow();
    }
  }
}
