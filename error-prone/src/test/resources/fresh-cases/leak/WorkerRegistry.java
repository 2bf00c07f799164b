// leak: workers.clear() drops the futures of all workers
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class WorkerRegistry {
  private final Map<String, Future<?>> workers = new TreeMap<>();
  private final ScheduledExecutorService pool;

  WorkerRegistry(ScheduledExecutorService pool) {
    this.pool = pool;
  }

  void register(String worker, Runnable probe) {
    if (!workers.containsKey(worker)) {
      workers.put(worker, pool.scheduleWithFixedDelay(probe, 5, 5, TimeUnit.SECONDS)); // BUG
    }
  }

  void unregister(String worker) {
    Future<?> probe = workers.remove(worker);
    if (probe != null) {
      probe.cancel(true);
    }
  }

  void reset() {
    workers.clear();
  }
}
