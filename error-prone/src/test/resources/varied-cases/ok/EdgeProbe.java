// ok: constructor validates before it makes anything
import java.io.Closeable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class EdgeProbe implements Closeable {
  private final ScheduledExecutorService clock;

  EdgeProbe(String host, int seconds) {
    if (seconds <= 0) {
      throw new IllegalArgumentException("seconds " + seconds);
    }
    this.clock = Executors.newSingleThreadScheduledExecutor();
    this.clock.scheduleAtFixedRate(() -> System.out.println(host), seconds, seconds, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    this.clock.shutdown();
  }
}
