// ok: restart stops first
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

class RestartingTicker {
  private final ScheduledExecutorService clock;
  private ScheduledFuture<?> ticks;

  RestartingTicker(ScheduledExecutorService clock) {
    this.clock = clock;
  }

  void restart(long millis) {
    stop();
    ticks = clock.scheduleAtFixedRate(() -> System.out.println("tick"), millis, millis, TimeUnit.MILLISECONDS);
  }

  void stop() {
    if (ticks != null) {
      ticks.cancel(false);
      ticks = null;
    }
  }
}
