// leak: periodic of one call cancelled after code that may throw
import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

class ProbeRun {
  private final ScheduledExecutorService clock;

  ProbeRun(ScheduledExecutorService clock) {
    this.clock = clock;
  }

  String run(Callable<String> job) throws Exception {
    ScheduledFuture<?> progress =
        clock.scheduleAtFixedRate(() -> System.out.println("still busy"), 10, 10, TimeUnit.SECONDS); // BUG
    String result = job.call();
    progress.cancel(false);
    return result;
  }
}
