// ok: shutdownNow drops what waits
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class CallCredit {
  private final ScheduledExecutorService watch = Executors.newScheduledThreadPool(1);

  CallCredit(Runnable onLate) {
    watch.schedule(onLate, 1, TimeUnit.HOURS);
  }

  void done() {
    watch.shutdownNow();
  }
}
