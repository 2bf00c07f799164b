// ok: a finished upload cancels its deadline through the record
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class UploadSlotsFreed {
  record Slot(String file, Future<?> deadline) {}

  private final Map<String, Slot> slots = new ConcurrentHashMap<>();
  private final ScheduledExecutorService clock;

  UploadSlotsFreed(ScheduledExecutorService clock) {
    this.clock = clock;
  }

  void begin(String file) {
    Future<?> deadline = clock.schedule(() -> slots.remove(file), 30, TimeUnit.MINUTES);
    slots.putIfAbsent(file, new Slot(file, deadline));
  }

  void finish(String file) {
    Slot slot = slots.remove(file);
    if (slot != null) {
      slot.deadline().cancel(false);
    }
  }
}
