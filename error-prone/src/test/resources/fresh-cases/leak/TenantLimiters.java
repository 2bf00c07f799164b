// leak: one executor for each tenant, an evicted tenant keeps its thread
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class TenantLimiters {
  private final ConcurrentMap<String, ScheduledExecutorService> refills = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, AtomicLong> permits = new ConcurrentHashMap<>();

  boolean tryAcquire(String tenant) {
    AtomicLong left = permits.computeIfAbsent(tenant, t -> new AtomicLong(100));
    refills.computeIfAbsent(tenant, t -> {
      ScheduledExecutorService refill = Executors.newSingleThreadScheduledExecutor(); // BUG
      refill.scheduleAtFixedRate(() -> left.set(100), 1, 1, TimeUnit.SECONDS);
      return refill;
    });
    return left.decrementAndGet() >= 0;
  }

  void evict(String tenant) {
    permits.remove(tenant);
    refills.remove(tenant);
  }
}
