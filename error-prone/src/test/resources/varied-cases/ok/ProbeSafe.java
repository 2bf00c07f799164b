// ok: the same with finally
import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

class ProbeSafe {
  private final ScheduledExecutorService clock;

  ProbeSafe(ScheduledExecutorService clock) {
    this.clock = clock;
  }

  String run(Callable<String> job) throws Exception {
    ScheduledFuture<?> progress =
        clock.scheduleAtFixedRate(() -> System.out.println("still busy"), 10, 10, TimeUnit.SECONDS);
    try {
      return job.call();
    } finally {
      progress.cancel(false);
    }
  }
}
