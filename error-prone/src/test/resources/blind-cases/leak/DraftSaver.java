// leak: each key stroke of a draft schedules one more save, and only the last can be cancelled
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

class DraftSaver {
  private final ScheduledExecutorService timers;
  private ScheduledFuture<?> pending;
  private String text = "";

  DraftSaver(ScheduledExecutorService timers) {
    this.timers = timers;
  }

  synchronized void typed(String text) {
    this.text = text;
    pending = timers.schedule(this::save, 30, TimeUnit.SECONDS); // BUG
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
