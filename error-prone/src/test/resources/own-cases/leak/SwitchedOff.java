import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class SwitchedOff {
  private ScheduledExecutorService exec;
  private boolean on;

  void enable(boolean x) {
    on = x;
    if (on) {
      exec = Executors.newScheduledThreadPool(1); // BUG
      exec.scheduleAtFixedRate(() -> {}, 1, 1, TimeUnit.SECONDS);
    } else {
      exec = null;
    }
  }
}
