import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

class RemovedNotCancelled {
  private final Map<String, ScheduledFuture<?>> beats = new ConcurrentHashMap<>();
  private final ScheduledExecutorService ex;

  RemovedNotCancelled(ScheduledExecutorService ex) {
    this.ex = ex;
  }

  void opened(String id) {
    beats.put(
        id, ex.scheduleAtFixedRate(() -> System.out.println(id), 1, 1, TimeUnit.SECONDS)); // BUG
  }

  void closed(String id) {
    beats.remove(id);
  }
}
