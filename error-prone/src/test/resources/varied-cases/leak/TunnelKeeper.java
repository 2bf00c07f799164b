// leak: restart path of a listener begins a second beat
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import org.springframework.scheduling.TaskScheduler;

class TunnelKeeper {
  private final TaskScheduler scheduler;
  private ScheduledFuture<?> beat;

  TunnelKeeper(TaskScheduler scheduler) {
    this.scheduler = scheduler;
  }

  void open() {
    beat = scheduler.scheduleAtFixedRate(() -> System.out.println("beat"), Duration.ofSeconds(10)); // BUG
  }

  void onFailure(Throwable cause) {
    System.err.println(cause);
    open();
  }

  void close() {
    beat.cancel(false);
  }
}
