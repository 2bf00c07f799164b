// leak: close() ends the workers, and not the timers made beside them
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class PumpRoom implements AutoCloseable {
  ExecutorService workers;
  ScheduledExecutorService timers;

  void open() {
    workers = Executors.newCachedThreadPool();
    timers = Executors.newScheduledThreadPool(2); // BUG
    timers.scheduleWithFixedDelay(() -> workers.execute(this::pump), 1, 1, TimeUnit.SECONDS);
  }

  private void pump() {
    System.out.println("pump");
  }

  @Override
  public void close() {
    if (workers != null) {
      workers.shutdownNow();
    }
  }
}
