// leak: close() raises a flag that the renewal on the shared scheduler never reads
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

final class LockLease implements AutoCloseable {
  private static final ScheduledExecutorService RENEWALS = Executors.newScheduledThreadPool(2);

  private final String key;
  private volatile boolean released;

  private LockLease(String key) {
    this.key = key;
  }

  static LockLease acquire(String key) {
    LockLease lease = new LockLease(key);
    lease.keep();
    return lease;
  }

  private void keep() {
    RENEWALS.scheduleWithFixedDelay(() -> System.out.println("renew " + key), 20, 20, TimeUnit.SECONDS); // BUG
  }

  boolean isReleased() {
    return released;
  }

  @Override
  public void close() {
    released = true;
    System.out.println("release " + key);
  }
}
