// ok: the timeout is cancelled in finally
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import org.springframework.scheduling.TaskScheduler;

class QuerySafe {
  private final TaskScheduler scheduler;

  QuerySafe(TaskScheduler scheduler) {
    this.scheduler = scheduler;
  }

  String query(Callable<String> query, Runnable abort, Duration limit) throws Exception {
    Future<?> watch = scheduler.schedule(abort, Instant.now().plus(limit));
    try {
      return query.call();
    } finally {
      watch.cancel(false);
    }
  }
}
