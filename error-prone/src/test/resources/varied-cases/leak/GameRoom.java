// leak: static scheduler, per-object periodic, no handle
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class GameRoom {
  private static final ScheduledExecutorService WORLD = Executors.newScheduledThreadPool(4);

  private final String name;
  private final Set<String> players = ConcurrentHashMap.newKeySet();

  GameRoom(String name) {
    this.name = name;
    WORLD.scheduleAtFixedRate(this::tick, 50, 50, TimeUnit.MILLISECONDS); // BUG
  }

  private void tick() {
    System.out.println(this.name + this.players);
  }

  static void stopWorld() {
    WORLD.shutdown();
  }

  void leave(String player) {
    this.players.remove(player);
  }
}
