import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.TaskScheduler;

class OptionalCancel implements SmartLifecycle {
  private final TaskScheduler ts;
  private ScheduledFuture<?> f;

  OptionalCancel(TaskScheduler t) {
    ts = t;
  }

  public void start() {
    f = ts.scheduleWithFixedDelay(() -> {}, Duration.ofSeconds(1));
  }

  public void stop() {
    Optional.ofNullable(f).ifPresent(x -> x.cancel(true));
    f = null;
  }

  public boolean isRunning() {
    return f != null;
  }
}
