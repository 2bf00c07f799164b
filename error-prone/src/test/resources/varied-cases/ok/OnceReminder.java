// ok: a dropped one-shot of a fixed few seconds with a flag
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

class OnceReminder {
  private final ScheduledExecutorService clock;
  private final AtomicBoolean told = new AtomicBoolean();

  OnceReminder(ScheduledExecutorService clock) {
    this.clock = clock;
  }

  void remind(Runnable text) {
    clock.schedule(() -> {
      if (told.compareAndSet(false, true)) {
        text.run();
      }
    }, 2, TimeUnit.SECONDS);
  }
}
