// ok: own pool, one-shots of unknown delay, plain shutdown in close
import java.io.Closeable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class DelayLine implements Closeable {
  private final ScheduledExecutorService pool = Executors.newScheduledThreadPool(2);

  void later(Runnable work, long millis) {
    pool.schedule(work, millis, TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    pool.shutdown();
  }
}
