// ok: heartbeat bound to a socket's callbacks
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import org.springframework.scheduling.TaskScheduler;

class BoundHeart {
  interface Link {
    void onClose(Runnable action);
  }

  private final TaskScheduler scheduler;

  BoundHeart(TaskScheduler scheduler) {
    this.scheduler = scheduler;
  }

  void opened(Link link) {
    ScheduledFuture<?> beat = scheduler.scheduleAtFixedRate(() -> System.out.println(link), Duration.ofSeconds(9));
    link.onClose(() -> beat.cancel(true));
  }
}
