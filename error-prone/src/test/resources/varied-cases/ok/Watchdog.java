// ok: local executor given to a try-like helper
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

class Watchdog {
  void guard(Runnable work) {
    ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(1);
    try {
      pool.schedule(() -> System.out.println("slow"), 30, TimeUnit.SECONDS);
      work.run();
    } finally {
      end(pool);
    }
  }

  private static void end(ExecutorService pool) {
    pool.shutdownNow();
  }
}
