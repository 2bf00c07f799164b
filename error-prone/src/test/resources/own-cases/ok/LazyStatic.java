import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class LazyStatic {
  private static volatile ScheduledExecutorService ex;

  static ScheduledExecutorService ex() {
    if (ex == null) {
      synchronized (LazyStatic.class) {
        if (ex == null) {
          ex = Executors.newScheduledThreadPool(1);
        }
      }
    }
    return ex;
  }

  private static void x() {
    ex().schedule(() -> {}, 1, TimeUnit.SECONDS);
  }
}
