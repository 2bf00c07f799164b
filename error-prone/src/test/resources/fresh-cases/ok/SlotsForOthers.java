// ok: whoever gets a slot can cancel its deadline
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class SlotsForOthers {
  record Slot(String file, Future<?> deadline) {}

  private final Map<String, Slot> slots = new ConcurrentHashMap<>();
  private final ScheduledExecutorService clock;

  SlotsForOthers(ScheduledExecutorService clock) {
    this.clock = clock;
  }

  void begin(String file) {
    Future<?> deadline = clock.schedule(() -> slots.remove(file), 30, TimeUnit.MINUTES);
    slots.putIfAbsent(file, new Slot(file, deadline));
  }

  Slot take(String file) {
    return slots.remove(file);
  }
}
