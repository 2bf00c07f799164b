// ok: the factory sets the policy for all who use its pools
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;

public final class SharedPoolsPolicy {
  private SharedPoolsPolicy() {
  }

  public static ScheduledExecutorService newTimers(int size, String name) {
    ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(size, r -> new Thread(r, name));
    pool.setRemoveOnCancelPolicy(true);
    return pool;
  }
}
