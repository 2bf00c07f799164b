// ok: retries end by themselves
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class RetryWithLimit {
  private final ScheduledExecutorService scheduler;

  RetryWithLimit(ScheduledExecutorService scheduler) {
    this.scheduler = scheduler;
  }

  <T> CompletableFuture<T> call(Supplier<CompletableFuture<T>> action, int attempts) {
    CompletableFuture<T> result = new CompletableFuture<>();
    attempt(action, attempts, result);
    return result;
  }

  private <T> void attempt(Supplier<CompletableFuture<T>> action, int left, CompletableFuture<T> result) {
    action.get().whenComplete((value, error) -> {
      if (error == null) {
        result.complete(value);
      } else if (left <= 1) {
        result.completeExceptionally(error);
      } else {
        scheduler.schedule(() -> attempt(action, left - 1, result), 30, TimeUnit.SECONDS);
      }
    });
  }
}
