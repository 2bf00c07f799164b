// leak: cancelled when renewed, not when closed
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

class IdleLine {
  private final ScheduledExecutorService clock;
  private final long idleSeconds;
  private ScheduledFuture<?> idle;

  IdleLine(ScheduledExecutorService clock, long idleSeconds) {
    this.clock = clock;
    this.idleSeconds = idleSeconds;
  }

  synchronized void received(String text) {
    if (idle != null) {
      idle.cancel(false);
    }
    idle = clock.schedule(() -> System.out.println("idle since " + text), idleSeconds, TimeUnit.SECONDS); // BUG
  }

  void close() {
    System.out.println("closed after " + idleSeconds);
  }
}
