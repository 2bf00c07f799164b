// leak: every user of these pools who cancels a task leaves it queued
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

public final class SharedPools {
  private SharedPools() {
  }

  public static ScheduledExecutorService newTimers(int size, String name) {
    ScheduledExecutorService pool = Executors.newScheduledThreadPool(size, r -> new Thread(r, name)); // BUG
    return pool;
  }
}
