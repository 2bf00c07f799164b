// ok: one method makes the scheduler by a factory, and ends it
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class BoundedProbe {
  private static ScheduledExecutorService timers() {
    return Executors.newScheduledThreadPool(1);
  }

  void probe(Runnable look) throws InterruptedException {
    ScheduledExecutorService timers = timers();
    try {
      timers.scheduleAtFixedRate(look, 0, 1, TimeUnit.SECONDS);
      TimeUnit.MINUTES.sleep(1);
    } finally {
      timers.shutdownNow();
    }
  }
}
