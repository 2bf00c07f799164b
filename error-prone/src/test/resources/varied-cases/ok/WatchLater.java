// ok: the handle is the return value of a helper that the caller cancels
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class WatchLater {
  private final ScheduledExecutorService clock;
  private Future<?> current;

  WatchLater(ScheduledExecutorService clock) {
    this.clock = clock;
  }

  void show() {
    hide();
    current = later(() -> System.out.println("show"));
  }

  private Future<?> later(Runnable work) {
    return clock.scheduleWithFixedDelay(work, 1, 1, TimeUnit.SECONDS);
  }

  void hide() {
    if (current != null) {
      current.cancel(false);
      current = null;
    }
  }
}
