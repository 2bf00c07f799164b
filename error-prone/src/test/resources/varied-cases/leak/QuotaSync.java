// leak: orElseThrow in a periodic task
import java.util.Map;
import java.util.Optional;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.ConcurrentHashMap;

class QuotaSync {
  private final Map<String, Integer> quotas = new ConcurrentHashMap<>();
  private final Timer timer = new Timer("quota", true);

  void start() {
    timer.schedule(new TimerTask() { // BUG
      @Override
      public void run() {
        int total = Optional.ofNullable(quotas.get("total")).orElseThrow(() -> new IllegalStateException("no total"));
        System.out.println(total);
      }
    }, 0, 60_000);
  }

  void stop() {
    timer.cancel();
  }
}
