// ok: stop returns early when it never ran
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class RunningFlag {
  private final ScheduledExecutorService pool = Executors.newScheduledThreadPool(1);
  private boolean running;

  void start() {
    running = true;
    pool.scheduleAtFixedRate(() -> System.out.println("run"), 1, 1, TimeUnit.SECONDS);
  }

  void stop() {
    if (!running) {
      return;
    }
    running = false;
    pool.shutdown();
  }
}
