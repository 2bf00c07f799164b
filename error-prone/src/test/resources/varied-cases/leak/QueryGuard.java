// leak: AtomicBoolean set by the result, checked by the task
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.scheduling.TaskScheduler;

class QueryGuard {
  private final TaskScheduler scheduler;

  QueryGuard(TaskScheduler scheduler) {
    this.scheduler = scheduler;
  }

  String query(Callable<String> query, Runnable abort, Duration limit) throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    scheduler.schedule(() -> { // BUG
      if (!done.get()) {
        abort.run();
      }
    }, Instant.now().plus(limit));
    try {
      return query.call();
    } finally {
      done.set(true);
    }
  }
}
