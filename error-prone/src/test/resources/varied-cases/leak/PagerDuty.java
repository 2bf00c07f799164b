// leak: reference replaced when the period changes (getAndSet dropped)
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

class PagerDuty {
  private final AtomicReference<Future<?>> page = new AtomicReference<>();
  private final ScheduledExecutorService clock;

  PagerDuty(ScheduledExecutorService clock) {
    this.clock = clock;
  }

  void repeatEvery(long minutes) {
    page.getAndSet(clock.scheduleAtFixedRate(() -> System.out.println("page"), minutes, minutes, TimeUnit.MINUTES)); // BUG
  }

  void acknowledge() {
    Future<?> f = page.getAndSet(null);
    if (f != null) {
      f.cancel(false);
    }
  }
}
