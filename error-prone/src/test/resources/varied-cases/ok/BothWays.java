// ok: thenAccept and exceptionally together cover all outcomes
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

class BothWays {
  private final ScheduledExecutorService clock;

  BothWays(ScheduledExecutorService clock) {
    this.clock = clock;
  }

  void ask(CompletableFuture<String> answer) {
    ScheduledFuture<?> late = clock.schedule(
        () -> answer.completeExceptionally(new TimeoutException("late")), 60, TimeUnit.SECONDS);
    answer.thenAccept(text -> late.cancel(false));
    answer.exceptionally(failure -> {
      late.cancel(false);
      return null;
    });
  }
}
