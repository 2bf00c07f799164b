// ok: who passes a whole task answers for what it throws
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

class EveryTask implements AutoCloseable {
  private final ScheduledExecutorService loop = Executors.newSingleThreadScheduledExecutor();

  ScheduledFuture<?> every(long seconds, Runnable task) {
    return loop.scheduleWithFixedDelay(() -> task.run(), seconds, seconds, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    loop.shutdownNow();
  }
}
