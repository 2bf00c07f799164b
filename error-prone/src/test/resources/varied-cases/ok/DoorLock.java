// ok: re-lock one-shot kept in field, cancelled when opened again
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

class DoorLock {
  private final ScheduledExecutorService clock;
  private ScheduledFuture<?> relock;

  DoorLock(ScheduledExecutorService clock) {
    this.clock = clock;
  }

  synchronized void unlock() {
    if (relock != null) {
      relock.cancel(false);
    }
    relock = clock.schedule(this::lock, 30, TimeUnit.SECONDS);
  }

  synchronized void lock() {
    System.out.println("locked");
  }
}
