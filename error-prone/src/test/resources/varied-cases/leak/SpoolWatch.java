// leak: a subclass of the pool by name of its own
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

class SpoolWatch {
  private static final class SpoolPool extends ScheduledThreadPoolExecutor {
    SpoolPool() {
      super(1);
    }
  }

  private final SpoolPool pool = new SpoolPool(); // BUG

  void begin() {
    pool.scheduleWithFixedDelay(() -> System.out.println("spool"), 1, 1, TimeUnit.MINUTES);
  }

  void end() {
    System.out.println(pool.getCompletedTaskCount());
  }
}
