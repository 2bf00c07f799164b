// leak: AtomicReference set over a live periodic
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

class RefRefresh {
  private final AtomicReference<ScheduledFuture<?>> current = new AtomicReference<>();
  private final ScheduledExecutorService clock;

  RefRefresh(ScheduledExecutorService clock) {
    this.clock = clock;
  }

  void changePeriod(long seconds) {
    current.set(clock.scheduleAtFixedRate(this::load, seconds, seconds, TimeUnit.SECONDS)); // BUG
  }

  private void load() {
    System.out.println("load");
  }

  void close() {
    ScheduledFuture<?> last = current.getAndSet(null);
    if (last != null) {
      last.cancel(true);
    }
  }
}
