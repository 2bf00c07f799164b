// leak: async round re-arms after stop
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

class SyncOnce {
  private final ScheduledExecutorService clock;
  private final Supplier<CompletableFuture<Void>> sync;
  private volatile ScheduledFuture<?> next;

  SyncOnce(ScheduledExecutorService clock, Supplier<CompletableFuture<Void>> sync) {
    this.clock = clock;
    this.sync = sync;
  }

  void start() {
    next = clock.schedule(() -> { // BUG
      sync.get().thenRun(this::start);
    }, 15, TimeUnit.SECONDS);
  }

  void stop() {
    ScheduledFuture<?> n = next;
    if (n != null) {
      n.cancel(true);
    }
  }
}
