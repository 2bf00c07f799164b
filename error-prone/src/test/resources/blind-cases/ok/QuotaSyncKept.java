// ok: one scheduler, made when it is first asked for
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class QuotaSyncKept {
  private ScheduledExecutorService scheduler;
  private int quota;

  private synchronized ScheduledExecutorService scheduler() {
    if (scheduler == null) {
      scheduler = Executors.newSingleThreadScheduledExecutor(r -> new Thread(r, "quota"));
    }
    return scheduler;
  }

  void start() {
    scheduler().scheduleWithFixedDelay(this::sync, 0, 30, TimeUnit.SECONDS);
  }

  void stop() {
    scheduler().shutdownNow();
  }

  private void sync() {
    quota++;
    System.out.println("quota " + quota);
  }
}
