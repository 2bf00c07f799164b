// ok: end in a helper that all callers of the life cycle share
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import org.springframework.scheduling.TaskScheduler;

class CachePing {
  private final List<Future<?>> handles = new ArrayList<>();
  private final TaskScheduler scheduler;

  CachePing(TaskScheduler scheduler) {
    this.scheduler = scheduler;
  }

  void begin(Runnable... pings) {
    for (Runnable ping : pings) {
      handles.add(scheduler.scheduleWithFixedDelay(ping, Duration.ofSeconds(30)));
    }
  }

  void end() {
    handles.forEach(CachePing::quit);
    handles.clear();
  }

  private static void quit(Future<?> handle) {
    handle.cancel(true);
  }
}
