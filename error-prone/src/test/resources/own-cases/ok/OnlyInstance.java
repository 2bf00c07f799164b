import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class OnlyInstance {
  private static final OnlyInstance I = new OnlyInstance();
  private final ScheduledExecutorService s = Executors.newScheduledThreadPool(1);

  private OnlyInstance() {
    s.scheduleAtFixedRate(() -> {}, 1, 1, TimeUnit.SECONDS);
  }

  static OnlyInstance get() {
    return I;
  }
}
