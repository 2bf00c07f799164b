// ok: entries leave the cache after a while; a look-up may take them out earlier
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class NegativeCache {
  private final Map<String, Integer> failures = new ConcurrentHashMap<>();
  private final ScheduledExecutorService clock;

  NegativeCache(ScheduledExecutorService clock) {
    this.clock = clock;
  }

  void failed(String host) {
    failures.merge(host, 1, Integer::sum);
    clock.schedule(() -> failures.remove(host), 60, TimeUnit.SECONDS);
  }

  void succeeded(String host) {
    failures.remove(host);
  }

  boolean isBad(String host) {
    return failures.getOrDefault(host, 0) > 3;
  }
}
