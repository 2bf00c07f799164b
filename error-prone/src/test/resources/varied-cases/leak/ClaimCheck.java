// leak: the timeout's handle is only cancelled on error
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeoutException;
import org.springframework.scheduling.TaskScheduler;

class ClaimCheck {
  private final TaskScheduler scheduler;

  ClaimCheck(TaskScheduler scheduler) {
    this.scheduler = scheduler;
  }

  void check(CompletableFuture<String> claim, Duration limit) {
    ScheduledFuture<?> late =
        scheduler.schedule(() -> claim.completeExceptionally(new TimeoutException()), Instant.now().plus(limit)); // BUG
    claim.whenComplete((value, failure) -> {
      if (failure != null) {
        late.cancel(false); // BUG
      }
    });
  }
}
