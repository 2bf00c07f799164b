// leak: cancelled only when all went well (thenRun)
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

class UploadLimit {
  private final ScheduledExecutorService clock;

  UploadLimit(ScheduledExecutorService clock) {
    this.clock = clock;
  }

  CompletableFuture<byte[]> upload(Function<byte[], CompletableFuture<byte[]>> wire, byte[] body, Duration limit) {
    CompletableFuture<byte[]> answer = wire.apply(body);
    ScheduledFuture<?> late = clock.schedule( // BUG
        () -> answer.completeExceptionally(new TimeoutException("upload")), limit.toMillis(), TimeUnit.MILLISECONDS);
    return answer.thenApply(bytes -> { // BUG
      late.cancel(false);
      return bytes;
    });
  }
}
