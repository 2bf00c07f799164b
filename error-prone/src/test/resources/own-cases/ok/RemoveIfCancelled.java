import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class RemoveIfCancelled {
  private final ScheduledExecutorService s;
  private final Set<Future<?>> live = ConcurrentHashMap.newKeySet();

  RemoveIfCancelled(ScheduledExecutorService s) {
    this.s = s;
  }

  void go(Runnable r) {
    live.add(s.scheduleAtFixedRate(r, 1, 1, TimeUnit.SECONDS));
  }

  void end() {
    live.removeIf(f -> f.cancel(true));
  }
}
