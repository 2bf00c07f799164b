// leak: the pool is ended only if the connection was opened
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class ClosedEarly implements AutoCloseable {
  private final ScheduledExecutorService pool = Executors.newScheduledThreadPool(1); // BUG
  private boolean opened;

  ClosedEarly() {
    pool.scheduleAtFixedRate(() -> System.out.println("warm"), 1, 1, TimeUnit.SECONDS);
  }

  void open() {
    opened = true;
  }

  @Override
  public void close() {
    if (!opened) {
      return;
    }
    pool.shutdownNow();
  }
}
