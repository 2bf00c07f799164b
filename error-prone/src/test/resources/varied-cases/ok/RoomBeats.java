// ok: every handle cancelled before clear
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class RoomBeats {
  private final Map<String, Future<?>> ticks = new ConcurrentHashMap<>();
  private final ScheduledExecutorService clock;

  RoomBeats(ScheduledExecutorService clock) {
    this.clock = clock;
  }

  void enter(String room) {
    ticks.computeIfAbsent(room, r -> clock.scheduleAtFixedRate(() -> System.out.println(r), 1, 1, TimeUnit.SECONDS));
  }

  void reset() {
    for (Future<?> tick : ticks.values()) {
      tick.cancel(false);
    }
    ticks.clear();
  }
}
