// ok: the periodic cancels itself after a count
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

class DriftMeter {
  private ScheduledFuture<?> handle;
  private int left = 10;

  void run(ScheduledExecutorService clock) {
    handle = clock.scheduleAtFixedRate(() -> {
      System.out.println(left);
      if (--left == 0) {
        handle.cancel(false);
      }
    }, 0, 1, TimeUnit.SECONDS);
  }
}
