import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

class LazyHolder {
  private static class Lazy {
    static final ScheduledExecutorService EX = Executors.newScheduledThreadPool(1);
  }

  static ScheduledExecutorService get() {
    return Lazy.EX;
  }
}
