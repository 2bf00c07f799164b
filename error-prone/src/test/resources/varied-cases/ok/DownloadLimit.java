// ok: cancelled whatever happens (whenComplete)
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

class DownloadLimit {
  private final ScheduledExecutorService clock;

  DownloadLimit(ScheduledExecutorService clock) {
    this.clock = clock;
  }

  CompletableFuture<byte[]> download(Supplier<CompletableFuture<byte[]>> wire, Duration limit) {
    CompletableFuture<byte[]> answer = wire.get();
    ScheduledFuture<?> late = clock.schedule(
        () -> answer.completeExceptionally(new TimeoutException("download")), limit.toMillis(), TimeUnit.MILLISECONDS);
    return answer.whenComplete((bytes, failure) -> late.cancel(false));
  }
}
