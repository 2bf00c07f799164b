import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

class CancelledLimit {
  CompletableFuture<String> call(ScheduledExecutorService timer) {
    CompletableFuture<String> p = new CompletableFuture<>();
    ScheduledFuture<?> limit =
        timer.schedule(() -> p.completeExceptionally(new TimeoutException()), 60, TimeUnit.SECONDS);
    p.whenComplete((r, e) -> limit.cancel(false));
    return p;
  }

  CompletableFuture<String> other(CompletableFuture<String> x) {
    return x.orTimeout(30, TimeUnit.SECONDS);
  }
}
