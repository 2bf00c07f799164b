// ok: compute() cancels what was there
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

class PlanTable {
  private final Map<String, ScheduledFuture<?>> plans = new ConcurrentHashMap<>();
  private final ScheduledExecutorService clock;

  PlanTable(ScheduledExecutorService clock) {
    this.clock = clock;
  }

  void update(String plan, Runnable work, long minutes) {
    plans.compute(plan, (key, old) -> {
      if (old != null) {
        old.cancel(false);
      }
      return clock.scheduleAtFixedRate(work, minutes, minutes, TimeUnit.MINUTES);
    });
  }

  void remove(String plan) {
    plans.computeIfPresent(plan, (key, old) -> {
      old.cancel(false);
      return null;
    });
  }
}
