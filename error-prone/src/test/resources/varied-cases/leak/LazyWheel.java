// leak: the end is only reached from the method that replaces it
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class LazyWheel {
  private ScheduledExecutorService pool;

  void resize(int threads) {
    if (pool != null) {
      pool.shutdown();
    }
    pool = Executors.newScheduledThreadPool(threads); // BUG
    pool.scheduleAtFixedRate(() -> System.out.println(threads), 1, 1, TimeUnit.MINUTES);
  }

  void close() {
    System.out.println("closed");
  }
}
