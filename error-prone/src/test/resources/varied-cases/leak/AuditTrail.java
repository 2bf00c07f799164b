// leak: per-object task on the enum's scheduler
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class AuditTrail implements AutoCloseable {
  private final List<String> lines = new CopyOnWriteArrayList<>();

  AuditTrail() {
    Clocks.AUDIT.pool.scheduleAtFixedRate(this::flush, 5, 5, TimeUnit.SECONDS); // BUG
  }

  private void flush() {
    lines.clear();
  }

  @Override
  public void close() {
    flush();
  }

  private enum Clocks {
    AUDIT;

    private final ScheduledExecutorService pool = Executors.newSingleThreadScheduledExecutor();
  }
}
