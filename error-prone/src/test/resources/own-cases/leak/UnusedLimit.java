import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

class UnusedLimit {
  CompletableFuture<String> call(ScheduledExecutorService timer) {
    CompletableFuture<String> p = new CompletableFuture<>();
    ScheduledFuture<?> unused =
        timer.schedule( // BUG
            () -> {
              p.completeExceptionally(new TimeoutException());
            },
            60,
            TimeUnit.SECONDS);
    return p;
  }
}
