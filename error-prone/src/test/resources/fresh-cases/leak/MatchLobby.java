// leak: leave() drops the future out of the map
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class MatchLobby {
  private final ScheduledExecutorService clock;
  private final Map<UUID, ScheduledFuture<?>> pings = new HashMap<>();
  private final Set<UUID> players = new HashSet<>();

  MatchLobby(ScheduledExecutorService clock) {
    this.clock = clock;
  }

  synchronized void join(UUID player) {
    players.add(player);
    pings.put(player, clock.scheduleAtFixedRate(() -> System.out.println("ping " + player), 1, 1, TimeUnit.SECONDS)); // BUG
  }

  synchronized void leave(UUID player) {
    if (players.remove(player)) {
      pings.remove(player);
    }
  }

  synchronized void close() {
    for (ScheduledFuture<?> ping : pings.values()) {
      ping.cancel(true);
    }
  }
}
