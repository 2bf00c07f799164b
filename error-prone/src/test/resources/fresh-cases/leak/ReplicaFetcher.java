// leak: the back-off of a fetcher that was shut down fetches again
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class ReplicaFetcher {
  private final ScheduledExecutorService scheduler;
  private final Supplier<CompletableFuture<byte[]>> source;
  private volatile boolean shutdown;

  ReplicaFetcher(ScheduledExecutorService scheduler, Supplier<CompletableFuture<byte[]>> source) {
    this.scheduler = scheduler;
    this.source = source;
  }

  void start() {
    source.get().whenComplete((bytes, error) -> {
      if (error != null) {
        scheduler.schedule(this::start, 30, TimeUnit.SECONDS); // BUG
      } else {
        System.out.println(bytes.length);
      }
    });
  }

  void shutdown() {
    shutdown = true;
  }

  boolean isShutdown() {
    return shutdown;
  }
}
