// ok: stop is deferred, but comes
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class DeferredStop {
  private final ScheduledExecutorService pool = Executors.newScheduledThreadPool(1);

  void start(Runnable work) {
    pool.scheduleAtFixedRate(work, 1, 1, TimeUnit.SECONDS);
  }

  void stop(CompletableFuture<Void> drained) {
    drained.whenComplete((v, e) -> pool.shutdownNow());
  }
}
