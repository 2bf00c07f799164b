import java.time.Instant;
import java.util.concurrent.Executors;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.ConcurrentTaskScheduler;

class WrappedPool {
  private final TaskScheduler ts =
      new ConcurrentTaskScheduler(Executors.newSingleThreadScheduledExecutor()); // BUG

  void go() {
    ts.schedule(() -> {}, Instant.now());
  }
}
