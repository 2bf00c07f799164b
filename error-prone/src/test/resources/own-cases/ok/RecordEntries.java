import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

class RecordEntries {
  private final Map<String, Entry> m = new ConcurrentHashMap<>();

  record Entry(String k, ScheduledFuture<?> f) {}

  private final ScheduledExecutorService s;

  RecordEntries(ScheduledExecutorService s) {
    this.s = s;
  }

  void open(String k) {
    m.put(k, new Entry(k, s.scheduleAtFixedRate(() -> {}, 1, 1, TimeUnit.SECONDS)));
  }

  void close(String k) {
    Entry e = m.remove(k);
    if (e != null) e.f().cancel(false);
  }
}
