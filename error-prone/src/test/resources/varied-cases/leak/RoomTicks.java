// leak: clear() forgets live handles
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class RoomTicks {
  private final Map<String, Future<?>> ticks = new ConcurrentHashMap<>();
  private final ScheduledExecutorService clock;

  RoomTicks(ScheduledExecutorService clock) {
    this.clock = clock;
  }

  void enter(String room) {
    ticks.computeIfAbsent(room, r -> clock.scheduleAtFixedRate(() -> System.out.println(r), 1, 1, TimeUnit.SECONDS)); // BUG
  }

  void leave(String room) {
    Future<?> tick = ticks.remove(room);
    if (tick != null) {
      tick.cancel(false);
    }
  }

  void reset() {
    ticks.clear(); // BUG
  }
}
