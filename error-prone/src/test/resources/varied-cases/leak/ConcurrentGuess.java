// leak: a new pool each time a guess is asked for
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class ConcurrentGuess {
  private ScheduledExecutorService pool;

  void guess(String word) {
    pool = Executors.newScheduledThreadPool(1); // BUG
    pool.schedule(() -> System.out.println(word), 10, TimeUnit.SECONDS);
  }

  void close() {
    pool.shutdownNow();
  }
}
