// ok: a note that goes after a second; the reader may take it before
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class TtlNotes {
  private final Map<String, String> notes = new ConcurrentHashMap<>();
  private final ScheduledExecutorService clock;

  TtlNotes(ScheduledExecutorService clock) {
    this.clock = clock;
  }

  void put(String key, String note) {
    notes.put(key, note);
    clock.schedule(() -> notes.remove(key), 1, TimeUnit.SECONDS);
  }

  String take(String key) {
    return notes.remove(key);
  }
}
