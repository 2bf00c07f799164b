// leak: the ask pattern: timeout fails the future, an answer leaves it queued
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class AskTimeout {
  private final Map<String, CompletableFuture<String>> asks = new ConcurrentHashMap<>();
  private final ScheduledExecutorService scheduler;

  AskTimeout(ScheduledExecutorService scheduler) {
    this.scheduler = scheduler;
  }

  CompletableFuture<String> ask(String id, Duration timeout) {
    CompletableFuture<String> answer = new CompletableFuture<>();
    asks.put(id, answer);
    scheduler.schedule(() -> { // BUG
      CompletableFuture<String> late = asks.remove(id);
      if (late != null) {
        late.completeExceptionally(new TimeoutException(id));
      }
    }, timeout.toMillis(), TimeUnit.MILLISECONDS);
    return answer;
  }

  void answer(String id, String text) {
    CompletableFuture<String> waiting = asks.remove(id);
    if (waiting != null) {
      waiting.complete(text);
    }
  }
}
