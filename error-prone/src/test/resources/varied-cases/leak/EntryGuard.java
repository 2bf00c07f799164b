// leak: throw inside removeIf ends the task
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class EntryGuard {
  private final Map<String, Long> entries = new ConcurrentHashMap<>();
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

  void start() {
    clock.scheduleWithFixedDelay(() -> entries.values().removeIf(this::isOld), 1, 1, TimeUnit.MINUTES); // BUG
  }

  private boolean isOld(long time) {
    if (time < 0) {
      throw new IllegalStateException("bad clock");
    }
    return time < System.currentTimeMillis();
  }

  void stop() {
    clock.shutdown();
  }
}
