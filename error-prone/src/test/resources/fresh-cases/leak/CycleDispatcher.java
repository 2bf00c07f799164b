// leak: add() cancels what it replaces, again() does not
import io.netty.util.HashedWheelTimer;
import io.netty.util.Timeout;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

class CycleDispatcher {
  private final HashedWheelTimer wheel = new HashedWheelTimer();
  private final Map<Long, Timeout> cycles = new ConcurrentHashMap<>();

  void add(long job, long seconds) {
    Timeout old = cycles.put(job, wheel.newTimeout(t -> run(job), seconds, TimeUnit.SECONDS));
    if (old != null) {
      old.cancel();
    }
  }

  void again(long job, long seconds) {
    if (cycles.containsKey(job)) {
      cycles.put(job, wheel.newTimeout(t -> run(job), seconds, TimeUnit.SECONDS)); // BUG
    }
  }

  void delete(long job) {
    Timeout last = cycles.remove(job);
    if (last != null) {
      last.cancel();
    }
  }

  private void run(long job) {
    System.out.println("collect " + job);
  }

  void destroy() {
    wheel.stop();
  }
}
