// ok: async timeout kept in the pending call and cancelled by the winner
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

class ReplyGate {
  private static final class Pending {
    final CompletableFuture<String> future = new CompletableFuture<>();
    volatile ScheduledFuture<?> timeout;

    void finish(String value) {
      ScheduledFuture<?> t = timeout;
      if (t != null) {
        t.cancel(false);
      }
      future.complete(value);
    }
  }

  private final ScheduledExecutorService clock;
  private final Map<Long, Pending> open = new ConcurrentHashMap<>();

  ReplyGate(ScheduledExecutorService clock) {
    this.clock = clock;
  }

  CompletableFuture<String> send(long id, long seconds) {
    Pending p = new Pending();
    open.put(id, p);
    p.timeout = clock.schedule(() -> {
      open.remove(id);
      p.future.completeExceptionally(new TimeoutException());
    }, seconds, TimeUnit.SECONDS);
    return p.future;
  }

  void received(long id, String value) {
    Pending p = open.remove(id);
    if (p != null) {
      p.finish(value);
    }
  }
}
