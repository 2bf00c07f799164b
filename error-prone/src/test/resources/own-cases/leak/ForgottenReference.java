import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

class ForgottenReference {
  private final ScheduledExecutorService s;
  private final AtomicReference<ScheduledFuture<?>> ref = new AtomicReference<>();

  ForgottenReference(ScheduledExecutorService s) {
    this.s = s;
  }

  void start() {
    ref.set(s.scheduleAtFixedRate(() -> {}, 1, 1, TimeUnit.SECONDS)); // BUG
  }

  boolean running() {
    return ref.get() != null;
  }

  void stop() {
    ref.set(null);
  }
}
