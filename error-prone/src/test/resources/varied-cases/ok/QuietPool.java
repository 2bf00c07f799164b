// ok: pool given through a builder is ended by a flag, the beat is cancelled
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class QuietPool implements AutoCloseable {
  private final ScheduledExecutorService pool;
  private final boolean owned;
  private final Future<?> beat;

  QuietPool(ScheduledExecutorService given) {
    this.owned = given == null;
    this.pool = owned ? Executors.newScheduledThreadPool(1) : given;
    this.beat = pool.scheduleAtFixedRate(() -> System.out.println("beat"), 1, 1, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    beat.cancel(false);
    if (owned) {
      pool.shutdown();
    }
  }
}
