import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

class VisibleHandle {
  ScheduledFuture<?> f;

  void start(ScheduledExecutorService e) {
    f = e.scheduleAtFixedRate(() -> {}, 1, 1, TimeUnit.SECONDS);
  }
}
