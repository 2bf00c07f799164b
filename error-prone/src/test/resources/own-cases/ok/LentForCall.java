import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;

class LentForCall {
  static <T> T with(Function<ScheduledExecutorService, T> f) {
    ScheduledExecutorService s = Executors.newScheduledThreadPool(1);
    try {
      return f.apply(s);
    } finally {
      stop(s);
    }
  }

  private static void stop(ExecutorService e) {
    e.shutdown();
  }
}
