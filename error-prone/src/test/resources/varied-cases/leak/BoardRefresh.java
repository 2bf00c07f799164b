// leak: setter replaces a running refresh
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

class BoardRefresh {
  private final ScheduledExecutorService clock;
  private ScheduledFuture<?> refresh;

  BoardRefresh(ScheduledExecutorService clock) {
    this.clock = clock;
  }

  void applySettings(long seconds) {
    refresh = clock.scheduleWithFixedDelay(this::draw, 0, seconds, TimeUnit.SECONDS); // BUG
  }

  private void draw() {
    System.out.println("draw");
  }

  void dispose() {
    if (refresh != null) {
      refresh.cancel(true);
    }
  }
}
