// leak: orElseThrow in a method of a periodic task
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class TaskGraph {
  private final Map<String, Integer> weights = new ConcurrentHashMap<>();
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

  void start() {
    clock.scheduleAtFixedRate(this::weigh, 1, 1, TimeUnit.MINUTES); // BUG
  }

  private void weigh() {
    int root = Optional.ofNullable(weights.get("root")).orElseThrow(IllegalStateException::new);
    System.out.println(root);
  }

  void stop() {
    clock.shutdown();
  }
}
