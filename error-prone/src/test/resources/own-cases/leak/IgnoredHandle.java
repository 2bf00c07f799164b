import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

class IgnoredHandle {
  private final ScheduledExecutorService ex;

  IgnoredHandle(ScheduledExecutorService e) {
    ex = e;
  }

  void start() {
    ScheduledFuture<?> ignored = ex.scheduleAtFixedRate(() -> {}, 0, 1, TimeUnit.SECONDS); // BUG
  }
}
