// ok: a shop that is evicted takes its timer along
import java.util.Map;
import java.util.Optional;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.ConcurrentHashMap;

class ShopTimersOptional {
  private final Map<String, Timer> timers = new ConcurrentHashMap<>();

  void open(String shop, TimerTask refresh) {
    timers.computeIfAbsent(shop, name -> new Timer(name, true)).schedule(refresh, 0, 60_000);
  }

  void evict(String shop) {
    Optional.ofNullable(timers.remove(shop)).ifPresent(Timer::cancel);
  }

  void close() {
    timers.values().forEach(Timer::cancel);
    timers.clear();
  }
}
