// leak: the timeout is given up on success only
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class HedgedCall {
  private final ScheduledExecutorService timer;

  HedgedCall(ScheduledExecutorService timer) {
    this.timer = timer;
  }

  CompletableFuture<String> call(Supplier<CompletableFuture<String>> primary) {
    CompletableFuture<String> result = new CompletableFuture<>();
    ScheduledFuture<?> limit =
        timer.schedule(() -> result.completeExceptionally(new TimeoutException()), 20, TimeUnit.SECONDS); // BUG
    primary.get().whenComplete((value, error) -> {
      if (error != null) {
        result.completeExceptionally(error);
        return;
      }
      limit.cancel(false);
      result.complete(value);
    });
    return result;
  }
}
