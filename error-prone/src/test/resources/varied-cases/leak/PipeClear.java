// leak: removed one-shot handles keep running
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class PipeClear {
  private final Map<Integer, Future<?>> expiries = new HashMap<>();
  private final ScheduledExecutorService clock;

  PipeClear(ScheduledExecutorService clock) {
    this.clock = clock;
  }

  void opened(int pipe, long minutes) {
    expiries.put(pipe, clock.schedule(() -> System.out.println("expire " + pipe), minutes, TimeUnit.MINUTES)); // BUG
  }

  void closed(int pipe) {
    expiries.remove(pipe); // BUG
  }

  void shutdown() {
    for (Future<?> f : expiries.values()) {
      f.cancel(true);
    }
  }
}
