// ok: only a failure has anything to cancel, since only a failure schedules
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

class RetryAfterFailure {
  private final ScheduledExecutorService timers;
  private ScheduledFuture<?> retry;

  RetryAfterFailure(ScheduledExecutorService timers) {
    this.timers = timers;
  }

  synchronized void onFailure(Throwable failure) {
    if (retry != null) {
      retry.cancel(false);
    }
    retry = timers.schedule(() -> System.out.println("again after " + failure), 2, TimeUnit.SECONDS);
  }

  void onClosed(int status) {
    System.out.println("closed " + status);
  }
}
