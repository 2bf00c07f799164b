import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

class ArmAndDisarm {
  private ScheduledFuture<?> f;
  private final ScheduledExecutorService s;

  ArmAndDisarm(ScheduledExecutorService s) {
    this.s = s;
  }

  synchronized void arm() {
    disarm();
    f = s.schedule(() -> {}, 30, TimeUnit.SECONDS);
  }

  synchronized void disarm() {
    if (f != null) {
      f.cancel(false);
      f = null;
    }
  }
}
