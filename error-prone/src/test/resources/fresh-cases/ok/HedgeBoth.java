// ok: cancelled before the outcome is looked at
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class HedgeBoth {
  private final ScheduledExecutorService timer;

  HedgeBoth(ScheduledExecutorService timer) {
    this.timer = timer;
  }

  CompletableFuture<String> call(Supplier<CompletableFuture<String>> primary) {
    CompletableFuture<String> result = new CompletableFuture<>();
    ScheduledFuture<?> limit =
        timer.schedule(() -> result.completeExceptionally(new TimeoutException()), 20, TimeUnit.SECONDS);
    primary.get().whenComplete((value, error) -> {
      limit.cancel(false);
      if (error != null) {
        result.completeExceptionally(error);
      } else {
        result.complete(value);
      }
    });
    return result;
  }
}
