// leak: factory gives the pool to an object after a call that may throw
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class WeakFactory {
  private final ScheduledExecutorService pool;
  private final InputStream in;

  private WeakFactory(ScheduledExecutorService pool, InputStream in) {
    this.pool = pool;
    this.in = in;
  }

  static WeakFactory open(java.nio.file.Path path) throws IOException {
    ScheduledExecutorService pool = Executors.newScheduledThreadPool(1); // BUG
    pool.scheduleAtFixedRate(() -> System.out.println("stats"), 1, 1, TimeUnit.MINUTES);
    InputStream in = java.nio.file.Files.newInputStream(path);
    return new WeakFactory(pool, in);
  }

  void close() throws IOException {
    pool.shutdown();
    in.close();
  }
}
