import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

class Unconfigurable {
  private final ScheduledExecutorService s = create();

  private static ScheduledExecutorService create() {
    ScheduledThreadPoolExecutor p = new ScheduledThreadPoolExecutor(1);
    p.setRemoveOnCancelPolicy(true);
    return Executors.unconfigurableScheduledExecutorService(p);
  }

  ScheduledFuture<?> go(Runnable r) {
    return s.schedule(r, 1, TimeUnit.MINUTES);
  }

  void close() {
    s.shutdownNow();
  }
}
