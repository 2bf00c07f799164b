// ok: each call has a key of its own
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

class UniqueCalls {
  private final Map<String, Future<?>> limits = new ConcurrentHashMap<>();
  private final ScheduledExecutorService clock;

  UniqueCalls(ScheduledExecutorService clock) {
    this.clock = clock;
  }

  String call(Consumer<String> onLate, long seconds) {
    String id = java.util.UUID.randomUUID().toString();
    limits.put(id, clock.schedule(() -> onLate.accept(id), seconds, TimeUnit.SECONDS));
    return id;
  }

  void done(String id) {
    Future<?> limit = limits.remove(id);
    if (limit != null) {
      limit.cancel(false);
    }
  }
}
