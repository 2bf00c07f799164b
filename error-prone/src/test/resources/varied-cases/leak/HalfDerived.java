// leak: cancel() of what thenApply gave leaves the task
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

class HalfDerived {
  private final ScheduledExecutorService clock;

  HalfDerived(ScheduledExecutorService clock) {
    this.clock = clock;
  }

  CompletableFuture<Integer> size(Supplier<String> text, long minutes) {
    CompletableFuture<String> later = new CompletableFuture<>();
    clock.schedule(() -> { // BUG
      try {
        later.complete(text.get());
      } catch (RuntimeException e) {
        later.completeExceptionally(e);
      }
    }, minutes, TimeUnit.MINUTES);
    return later.thenApply(String::length);
  }

  static void giveUp(CompletableFuture<Integer> size) {
    size.cancel(false);
  }
}
