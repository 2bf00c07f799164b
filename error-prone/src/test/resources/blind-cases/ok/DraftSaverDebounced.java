// ok: each key stroke cancels the save before
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

class DraftSaverDebounced {
  private final ScheduledExecutorService timers;
  private ScheduledFuture<?> pending;
  private String text = "";

  DraftSaverDebounced(ScheduledExecutorService timers) {
    this.timers = timers;
  }

  synchronized void typed(String text) {
    this.text = text;
    discard();
    pending = timers.schedule(this::save, 30, TimeUnit.SECONDS);
  }

  private synchronized void save() {
    System.out.println("saved " + text.length());
  }

  synchronized void discard() {
    if (pending != null) {
      pending.cancel(false);
      pending = null;
    }
  }
}
