// leak: stop() shuts down a scheduler that it has just made
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class QuotaSync {
  private int quota;

  private ScheduledExecutorService scheduler() {
    return Executors.newSingleThreadScheduledExecutor(r -> new Thread(r, "quota")); // BUG
  }

  void start() {
    scheduler().scheduleWithFixedDelay(this::sync, 0, 30, TimeUnit.SECONDS); // BUG
  }

  void stop() {
    scheduler().shutdownNow();
  }

  private void sync() {
    quota++;
    System.out.println("quota " + quota);
  }
}
