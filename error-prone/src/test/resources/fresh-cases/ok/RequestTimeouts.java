// ok: the timeout is kept beside its future, and whoever takes the entry cancels it
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class RequestTimeouts {
  private record Waiting(CompletableFuture<String> answer, ScheduledFuture<?> timeout) {}

  private final Map<Integer, Waiting> waiting = new ConcurrentHashMap<>();
  private final AtomicInteger ids = new AtomicInteger();
  private final ScheduledExecutorService timers;

  RequestTimeouts(ScheduledExecutorService timers) {
    this.timers = timers;
  }

  int request(CompletableFuture<String> answer) {
    int id = ids.incrementAndGet();
    ScheduledFuture<?> timeout = timers.schedule(() -> expire(id), 45, TimeUnit.SECONDS);
    waiting.put(id, new Waiting(answer, timeout));
    return id;
  }

  private void expire(int id) {
    Waiting w = waiting.remove(id);
    if (w != null) {
      w.answer().completeExceptionally(new TimeoutException());
    }
  }

  void answered(int id, String text) {
    Waiting w = waiting.remove(id);
    if (w != null) {
      w.timeout().cancel(false);
      w.answer().complete(text);
    }
  }
}
