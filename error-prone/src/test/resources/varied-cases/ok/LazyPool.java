// ok: the end is reached from resize and from close
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class LazyPool {
  private ScheduledExecutorService pool;

  void resize(int threads) {
    end();
    pool = Executors.newScheduledThreadPool(threads);
    pool.scheduleAtFixedRate(() -> System.out.println(threads), 1, 1, TimeUnit.MINUTES);
  }

  private void end() {
    if (pool != null) {
      pool.shutdown();
    }
  }

  void close() {
    end();
  }
}
