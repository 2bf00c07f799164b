// ok: handles in an own registry that the caller closes
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class ManagedHandles implements AutoCloseable {
  private final Map<Object, Future<?>> handles = new HashMap<>();
  private final ScheduledExecutorService clock;

  ManagedHandles(ScheduledExecutorService clock) {
    this.clock = clock;
  }

  synchronized void start(Object owner, Runnable work) {
    if (handles.containsKey(owner)) {
      return;
    }
    handles.put(owner, clock.scheduleAtFixedRate(work, 1, 1, TimeUnit.SECONDS));
  }

  synchronized void stop(Object owner) {
    Future<?> f = handles.remove(owner);
    if (f != null) {
      f.cancel(true);
    }
  }

  @Override
  public synchronized void close() {
    handles.values().forEach(f -> f.cancel(true));
    handles.clear();
  }
}
