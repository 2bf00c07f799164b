// ok: lazily started once, ended in close
import java.io.Closeable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class SparseCleaner implements Closeable {
  private ScheduledExecutorService cleaner;

  synchronized void touched() {
    if (cleaner == null) {
      cleaner = Executors.newSingleThreadScheduledExecutor();
      cleaner.scheduleWithFixedDelay(() -> System.out.println("clean"), 1, 1, TimeUnit.MINUTES);
    }
  }

  @Override
  public synchronized void close() {
    if (cleaner != null) {
      cleaner.shutdown();
    }
  }
}
