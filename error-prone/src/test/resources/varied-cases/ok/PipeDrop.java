// ok: the removed handle is cancelled in one line
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class PipeDrop {
  private final Map<Integer, Future<?>> expiries = new HashMap<>();
  private final ScheduledExecutorService clock;

  PipeDrop(ScheduledExecutorService clock) {
    this.clock = clock;
  }

  void opened(int pipe, long minutes) {
    Future<?> before =
        expiries.put(pipe, clock.schedule(() -> expiries.remove(pipe), minutes, TimeUnit.MINUTES));
    if (before != null) {
      before.cancel(false);
    }
  }

  void closed(int pipe) {
    Optional.ofNullable(expiries.remove(pipe)).ifPresent(f -> f.cancel(true));
  }
}
