import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class BoundedRetry {
  private final ScheduledExecutorService s;

  BoundedRetry(ScheduledExecutorService s) {
    this.s = s;
  }

  void retry(int attempt) {
    if (attempt < 5) {
      s.schedule(() -> retry(attempt + 1), 10, TimeUnit.SECONDS);
    }
  }
}
