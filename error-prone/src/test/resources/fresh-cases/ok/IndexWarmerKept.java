// ok: start() keeps what the factory made, and stop() shuts it down
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class IndexWarmerKept {
  private ScheduledExecutorService timers;

  private static ScheduledExecutorService newTimers() {
    return Executors.newScheduledThreadPool(1);
  }

  void start(Runnable warm) {
    timers = newTimers();
    timers.scheduleAtFixedRate(warm, 0, 1, TimeUnit.HOURS);
  }

  void stop() {
    timers.shutdown();
  }
}
