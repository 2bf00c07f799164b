// ok: the entry keeps its timeout and cancels it
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

class RpcBook {
  private record Call(Consumer<String> callback, Future<?> limit) {}

  private final Map<Long, Call> waiting = new ConcurrentHashMap<>();
  private final ScheduledExecutorService clock;
  private final AtomicLong ids = new AtomicLong();

  RpcBook(ScheduledExecutorService clock) {
    this.clock = clock;
  }

  long call(Consumer<String> callback, long timeoutSeconds) {
    long id = ids.incrementAndGet();
    waiting.put(id, new Call(callback, clock.schedule(() -> expire(id), timeoutSeconds, TimeUnit.SECONDS)));
    return id;
  }

  private void expire(long id) {
    Call call = waiting.remove(id);
    if (call != null) {
      call.callback().accept("timeout");
    }
  }

  void reply(long id, String text) {
    Call call = waiting.remove(id);
    if (call != null) {
      call.limit().cancel(false);
      call.callback().accept(text);
    }
  }
}
