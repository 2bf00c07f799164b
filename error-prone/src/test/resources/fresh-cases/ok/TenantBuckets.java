// ok: the executor of an evicted tenant is shut down
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class TenantBuckets {
  private final ConcurrentMap<String, ScheduledExecutorService> refills = new ConcurrentHashMap<>();

  void open(String tenant, Runnable refill) {
    refills.computeIfAbsent(tenant, t -> {
      ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
      executor.scheduleAtFixedRate(refill, 1, 1, TimeUnit.SECONDS);
      return executor;
    });
  }

  void evict(String tenant) {
    Optional.ofNullable(refills.remove(tenant)).ifPresent(ExecutorService::shutdownNow);
  }
}
