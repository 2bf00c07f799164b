// ok: both ways in cancel what they replace
import io.netty.util.HashedWheelTimer;
import io.netty.util.Timeout;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

class CycleDispatcherBoth {
  private final HashedWheelTimer wheel = new HashedWheelTimer();
  private final Map<Long, Timeout> cycles = new ConcurrentHashMap<>();

  void add(long job, long seconds) {
    end(cycles.put(job, wheel.newTimeout(t -> run(job), seconds, TimeUnit.SECONDS)));
  }

  void again(long job, long seconds) {
    if (cycles.containsKey(job)) {
      end(cycles.put(job, wheel.newTimeout(t -> run(job), seconds, TimeUnit.SECONDS)));
    }
  }

  void delete(long job) {
    end(cycles.remove(job));
  }

  private static void end(Timeout timeout) {
    if (timeout != null) {
      timeout.cancel();
    }
  }

  private void run(long job) {
    System.out.println("collect " + job);
  }

  void destroy() {
    wheel.stop();
  }
}
