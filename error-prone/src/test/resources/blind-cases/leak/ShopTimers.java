// leak: a shop that is evicted leaves its timer thread behind
import java.util.Map;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.ConcurrentHashMap;

class ShopTimers {
  private final Map<String, Timer> timers = new ConcurrentHashMap<>();

  void open(String shop, TimerTask refresh) {
    timers.computeIfAbsent(shop, name -> new Timer(name, true)).schedule(refresh, 0, 60_000); // BUG
  }

  void evict(String shop) {
    timers.remove(shop); // BUG
  }

  void close() {
    timers.values().forEach(Timer::cancel);
    timers.clear();
  }
}
