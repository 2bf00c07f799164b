// ok: close() ends all that open() made
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class PumpRoomClosed implements AutoCloseable {
  ExecutorService workers;
  ScheduledExecutorService timers;

  void open() {
    workers = Executors.newCachedThreadPool();
    timers = Executors.newScheduledThreadPool(2);
    timers.scheduleWithFixedDelay(() -> workers.execute(this::pump), 1, 1, TimeUnit.SECONDS);
  }

  private void pump() {
    System.out.println("pump");
  }

  @Override
  public void close() {
    for (ExecutorService one : new ExecutorService[] {workers, timers}) {
      if (one != null) {
        one.shutdownNow();
      }
    }
  }
}
