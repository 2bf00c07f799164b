// ok: re-arm asks a flag that the stop sets
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

class LeaseKeeperFlag {
  private final ScheduledExecutorService clock;
  private final Supplier<CompletionStage<String>> renewal;
  private Future<?> pending;
  private volatile boolean released;

  LeaseKeeperFlag(ScheduledExecutorService clock, Supplier<CompletionStage<String>> renewal) {
    this.clock = clock;
    this.renewal = renewal;
    renewLater();
  }

  private void renewLater() {
    if (this.released) {
      return;
    }
    this.pending = this.clock.schedule(this::renew, 20, TimeUnit.SECONDS);
  }

  private void renew() {
    this.renewal.get().handle((lease, failure) -> {
      renewLater();
      return null;
    });
  }

  void release() {
    this.released = true;
    this.pending.cancel(false);
  }
}
