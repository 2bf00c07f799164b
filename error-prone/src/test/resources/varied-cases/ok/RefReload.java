// ok: getAndSet gives the old one to cancel
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

class RefReload {
  private final AtomicReference<ScheduledFuture<?>> current = new AtomicReference<>();
  private final ScheduledExecutorService clock;

  RefReload(ScheduledExecutorService clock) {
    this.clock = clock;
  }

  void changePeriod(long seconds) {
    ScheduledFuture<?> old =
        current.getAndSet(clock.scheduleAtFixedRate(() -> System.out.println("load"), seconds, seconds, TimeUnit.SECONDS));
    if (old != null) {
      old.cancel(true);
    }
  }

  void close() {
    ScheduledFuture<?> last = current.getAndSet(null);
    if (last != null) {
      last.cancel(true);
    }
  }
}
