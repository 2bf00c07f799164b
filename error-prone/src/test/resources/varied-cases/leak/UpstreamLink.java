// leak: the finally block resets the field, nobody cancels
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

class UpstreamLink {
  private final ScheduledExecutorService clock;
  private ScheduledFuture<?> keepAlive;

  UpstreamLink(ScheduledExecutorService clock) {
    this.clock = clock;
  }

  void start() {
    keepAlive = clock.scheduleAtFixedRate(() -> System.out.println("alive"), 1, 1, TimeUnit.SECONDS); // BUG
  }

  void stop() {
    keepAlive = null; // BUG
  }
}
