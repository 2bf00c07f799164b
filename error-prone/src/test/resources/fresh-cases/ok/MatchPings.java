// ok: leave() cancels what it takes out
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class MatchPings {
  private final ScheduledExecutorService clock;
  private final Map<UUID, ScheduledFuture<?>> pings = new ConcurrentHashMap<>();

  MatchPings(ScheduledExecutorService clock) {
    this.clock = clock;
  }

  void join(UUID player) {
    ScheduledFuture<?> ping = clock.scheduleAtFixedRate(() -> System.out.println(player), 1, 1, TimeUnit.SECONDS);
    ScheduledFuture<?> raced = pings.putIfAbsent(player, ping);
    if (raced != null) {
      ping.cancel(false);
    }
  }

  void leave(UUID player) {
    var ping = pings.remove(player);
    if (ping != null && !ping.isCancelled()) {
      ping.cancel(true);
    }
  }
}
