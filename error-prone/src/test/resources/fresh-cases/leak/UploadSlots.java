// leak: a finished upload leaves its deadline queued for half an hour
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class UploadSlots {
  record Slot(String file, byte[] begun, Future<?> deadline) {}

  private final Map<String, Slot> slots = new ConcurrentHashMap<>();
  private final ScheduledExecutorService clock;

  UploadSlots(ScheduledExecutorService clock) {
    this.clock = clock;
  }

  void begin(String file, byte[] begun) {
    Future<?> deadline = clock.schedule(() -> giveUp(file), 30, TimeUnit.MINUTES); // BUG
    slots.putIfAbsent(file, new Slot(file, begun, deadline));
  }

  private void giveUp(String file) {
    Slot slot = slots.remove(file);
    if (slot != null) {
      System.out.println("gave up " + slot.file());
    }
  }

  int finish(String file) {
    Slot slot = slots.remove(file); // BUG
    return (slot != null) ? slot.begun().length : 0;
  }
}
