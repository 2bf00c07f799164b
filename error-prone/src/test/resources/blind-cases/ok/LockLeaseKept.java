// ok: the lease keeps the renewal on the shared scheduler, and cancels it
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

final class LockLeaseKept implements AutoCloseable {
  private static final ScheduledExecutorService RENEWALS = Executors.newScheduledThreadPool(2);

  private final String key;
  private final Future<?> renewal;

  private LockLeaseKept(String key) {
    this.key = key;
    this.renewal = RENEWALS.scheduleWithFixedDelay(this::renew, 20, 20, TimeUnit.SECONDS);
  }

  static LockLeaseKept acquire(String key) {
    return new LockLeaseKept(key);
  }

  private void renew() {
    System.out.println("renew " + key);
  }

  @Override
  public void close() {
    renewal.cancel(false);
    System.out.println("release " + key);
  }
}
