// ok: cancelled when renewed and when closed
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

class IdleWire {
  private final ScheduledExecutorService clock;
  private final long idleSeconds;
  private ScheduledFuture<?> idle;

  IdleWire(ScheduledExecutorService clock, long idleSeconds) {
    this.clock = clock;
    this.idleSeconds = idleSeconds;
  }

  synchronized void received(String text) {
    stopWaiting();
    idle = clock.schedule(() -> System.out.println("idle since " + text), idleSeconds, TimeUnit.SECONDS);
  }

  private void stopWaiting() {
    if (idle != null) {
      idle.cancel(false);
    }
  }

  synchronized void close() {
    stopWaiting();
  }
}
