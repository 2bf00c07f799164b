// ok: the task catches all
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class GuardedRun {
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

  void start(Callable<Integer> source) {
    clock.scheduleAtFixedRate(() -> {
      try {
        if (source.call() < 0) {
          throw new IllegalStateException("negative");
        }
      } catch (Exception e) {
        System.err.println(e);
      }
    }, 1, 1, TimeUnit.SECONDS);
  }

  void stop() {
    clock.shutdownNow();
  }
}
