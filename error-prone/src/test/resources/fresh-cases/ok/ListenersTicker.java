// ok: the ticker runs only while somebody listens, and then it is cancelled
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class ListenersTicker {
  private final List<Runnable> listeners = new ArrayList<>();
  private final ScheduledExecutorService shared;
  private Future<?> ticking;

  ListenersTicker(ScheduledExecutorService shared) {
    this.shared = shared;
  }

  synchronized void add(Runnable listener) {
    if (listeners.isEmpty()) {
      ticking = shared.scheduleAtFixedRate(this::tick, 1, 1, TimeUnit.SECONDS);
    }
    listeners.add(listener);
  }

  private synchronized void tick() {
    listeners.forEach(Runnable::run);
  }

  synchronized void close() {
    if (listeners.isEmpty()) {
      return;
    }
    listeners.clear();
    ticking.cancel(false);
  }
}
