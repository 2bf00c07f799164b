// leak: given or made, sessions never cancel their beat
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

class DialPool {
  private final ScheduledExecutorService beats;
  private final boolean mine;

  DialPool() {
    this(null);
  }

  DialPool(ScheduledExecutorService shared) {
    mine = shared == null;
    beats = mine ? Executors.newSingleThreadScheduledExecutor() : shared;
  }

  void connected(Consumer<String> line) {
    beats.scheduleWithFixedDelay(() -> line.accept("ping"), 10, 10, TimeUnit.SECONDS); // BUG
  }

  void close() {
    if (mine) {
      beats.shutdown();
    }
  }
}
