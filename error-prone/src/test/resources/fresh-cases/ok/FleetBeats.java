// ok: each vehicle's future is cancelled when the fleet stops
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class FleetBeats {
  private final ScheduledExecutorService pool;
  private final Map<String, ScheduledFuture<?>> beats = new LinkedHashMap<>();

  FleetBeats(ScheduledExecutorService pool) {
    this.pool = pool;
  }

  synchronized void add(String vehicle) {
    ScheduledFuture<?> before =
        beats.put(vehicle, pool.scheduleAtFixedRate(() -> System.out.println(vehicle), 0, 10, TimeUnit.SECONDS));
    if (before != null) {
      before.cancel(false);
    }
  }

  synchronized void stop() {
    Iterator<ScheduledFuture<?>> all = beats.values().iterator();
    while (all.hasNext()) {
      all.next().cancel(true);
      all.remove();
    }
  }
}
