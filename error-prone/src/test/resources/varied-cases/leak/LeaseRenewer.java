// leak: re-arm in a completion after the cancel
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The renewal takes a while; release() in between cancels a handle that is already done. */
class LeaseRenewer {
  private final ScheduledExecutorService clock;
  private final Supplier<CompletionStage<String>> renewal;
  private Future<?> pending;

  LeaseRenewer(ScheduledExecutorService clock, Supplier<CompletionStage<String>> renewal) {
    this.clock = clock;
    this.renewal = renewal;
    renewLater();
  }

  private void renewLater() {
    this.pending = this.clock.schedule(this::renew, 20, TimeUnit.SECONDS); // BUG
  }

  private void renew() {
    this.renewal.get().handle((lease, failure) -> {
      renewLater();
      return null;
    });
  }

  void release() {
    this.pending.cancel(false);
  }
}
