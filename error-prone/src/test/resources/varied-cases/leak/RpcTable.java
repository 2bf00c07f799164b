// leak: one-shot and reply race for the same map key
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

class RpcTable {
  private final Map<Long, Consumer<String>> waiting = new ConcurrentHashMap<>();
  private final ScheduledExecutorService clock;
  private final AtomicLong ids = new AtomicLong();

  RpcTable(ScheduledExecutorService clock) {
    this.clock = clock;
  }

  long call(Consumer<String> callback, long timeoutSeconds) {
    long id = ids.incrementAndGet();
    waiting.put(id, callback);
    clock.schedule(() -> expire(id), timeoutSeconds, TimeUnit.SECONDS); // BUG
    return id;
  }

  private void expire(long id) {
    Consumer<String> callback = waiting.remove(id);
    if (callback != null) {
      callback.accept("timeout");
    }
  }

  void reply(long id, String text) {
    Consumer<String> callback = waiting.remove(id);
    if (callback != null) {
      callback.accept(text);
    }
  }
}
