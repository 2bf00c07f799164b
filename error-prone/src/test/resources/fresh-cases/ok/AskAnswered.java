// ok: the timeout is cancelled whatever becomes of the future
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class AskAnswered {
  private final Map<String, CompletableFuture<String>> asks = new ConcurrentHashMap<>();
  private final ScheduledExecutorService scheduler;

  AskAnswered(ScheduledExecutorService scheduler) {
    this.scheduler = scheduler;
  }

  CompletableFuture<String> ask(String id, Duration timeout) {
    CompletableFuture<String> answer = new CompletableFuture<>();
    asks.put(id, answer);
    ScheduledFuture<?> late = scheduler.schedule(
        () -> answer.completeExceptionally(new TimeoutException(id)), timeout.toMillis(), TimeUnit.MILLISECONDS);
    return answer.whenComplete((text, error) -> {
      late.cancel(false);
      asks.remove(id);
    });
  }

  void answer(String id, String text) {
    CompletableFuture<String> waiting = asks.get(id);
    if (waiting != null) {
      waiting.complete(text);
    }
  }
}
