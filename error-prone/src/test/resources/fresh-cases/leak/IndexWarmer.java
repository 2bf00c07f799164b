// leak: stop() asks the factory for one more scheduler, and shuts that one down
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class IndexWarmer {
  private static ScheduledExecutorService newTimers() {
    return Executors.newScheduledThreadPool(1); // BUG
  }

  void start(Runnable warm) {
    newTimers().scheduleAtFixedRate(warm, 0, 1, TimeUnit.HOURS); // BUG
  }

  void stop() {
    ScheduledExecutorService timers = newTimers();
    timers.shutdown();
  }
}
