// leak: reconnect after close, dropped one-shot with a closed flag it never asks
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class LineReader {
  private final ScheduledExecutorService clock;
  private volatile boolean closed;
  private int attempts;

  LineReader(ScheduledExecutorService clock) {
    this.clock = clock;
  }

  void dial() {
    attempts++;
    System.out.println("dial " + attempts);
  }

  void lost() {
    clock.schedule(this::dial, backoff(), TimeUnit.SECONDS); // BUG
  }

  private long backoff() {
    return Math.min(300, 5L << attempts);
  }

  void close() {
    closed = true;
    System.out.println("closed " + closed);
  }
}
