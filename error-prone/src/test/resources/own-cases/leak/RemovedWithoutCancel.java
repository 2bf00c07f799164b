import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.ScheduledExecutorService;

class RemovedWithoutCancel {
  private final ScheduledExecutorService shared;
  private final Map<String, Future<?>> beats = new ConcurrentHashMap<>();

  RemovedWithoutCancel(ScheduledExecutorService shared) {
    this.shared = shared;
  }

  void opened(String id, Runnable send) {
    beats.put(id, shared.scheduleAtFixedRate(send, 1, 1, TimeUnit.SECONDS)); // BUG
  }

  void closed(String id) {
    beats.remove(id);
  }

  void stop() {
    beats.values().forEach(beat -> beat.cancel(false));
  }
}
