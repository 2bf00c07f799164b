// ok: a guard asks whether it runs already
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class StartOnce {
  private final ScheduledExecutorService clock;
  private Future<?> sweep;

  StartOnce(ScheduledExecutorService clock) {
    this.clock = clock;
  }

  synchronized void entryAdded() {
    if (sweep == null || sweep.isDone()) {
      sweep = clock.scheduleAtFixedRate(() -> System.out.println("sweep"), 5, 5, TimeUnit.SECONDS);
    }
  }

  synchronized void close() {
    if (sweep != null) {
      sweep.cancel(false);
    }
  }
}
