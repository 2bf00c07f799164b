// ok: the delayed dial asks whether it is still wanted
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class LineRedial {
  private final ScheduledExecutorService clock;
  private volatile boolean closed;
  private int attempts;

  LineRedial(ScheduledExecutorService clock) {
    this.clock = clock;
  }

  void dial() {
    if (closed) {
      return;
    }
    attempts++;
    System.out.println("dial " + attempts);
  }

  void lost() {
    clock.schedule(this::dial, Math.min(300, 5L << attempts), TimeUnit.SECONDS);
  }

  void close() {
    closed = true;
  }
}
