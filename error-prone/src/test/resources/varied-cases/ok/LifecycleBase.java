// ok: template of start and stop, subclass-less
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import org.springframework.scheduling.TaskScheduler;

abstract class LifecycleBase {
  private ScheduledFuture<?> tick;
  private boolean running;

  protected abstract TaskScheduler scheduler();

  public final synchronized void start() {
    if (!running) {
      running = true;
      tick = scheduler().scheduleWithFixedDelay(this::tick, Duration.ofSeconds(5));
    }
  }

  public final synchronized void stop() {
    running = false;
    if (tick != null) {
      tick.cancel(false);
    }
  }

  protected abstract void tick();
}
