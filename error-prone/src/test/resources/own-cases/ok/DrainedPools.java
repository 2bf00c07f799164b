import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

class DrainedPools {
  private final Queue<ScheduledExecutorService> pools = new ConcurrentLinkedQueue<>();

  void add() {
    ScheduledExecutorService s = Executors.newScheduledThreadPool(1);
    pools.add(s);
  }

  void stop() {
    ScheduledExecutorService s;
    while ((s = pools.poll()) != null) {
      s.shutdown();
    }
  }
}
