// leak: pool keeps cancelled one-shots
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

class DueList {
  private final ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(1); // BUG
  private final Map<String, Future<?>> due = new ConcurrentHashMap<>();

  void add(String id, long hours) {
    due.put(id, pool.schedule(() -> due.remove(id), hours, TimeUnit.HOURS));
  }

  void paid(String id) {
    Future<?> f = due.remove(id);
    if (f != null) {
      f.cancel(false);
    }
  }

  void close() {
    pool.shutdownNow();
  }
}
