import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

class SwappedPool {
  private ScheduledExecutorService s;

  void reset() {
    ScheduledExecutorService old = s;
    s = Executors.newScheduledThreadPool(1);
    if (old != null) old.shutdown();
  }

  void close() {
    s.shutdown();
  }
}
