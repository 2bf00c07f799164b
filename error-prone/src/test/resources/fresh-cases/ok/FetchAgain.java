// ok: the back-off asks whether it is still wanted
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class FetchAgain {
  private final ScheduledExecutorService scheduler;
  private final Supplier<CompletableFuture<byte[]>> source;
  private volatile boolean shutdown;

  FetchAgain(ScheduledExecutorService scheduler, Supplier<CompletableFuture<byte[]>> source) {
    this.scheduler = scheduler;
    this.source = source;
  }

  void start() {
    if (shutdown) {
      return;
    }
    source.get().whenComplete((bytes, error) -> {
      if (error != null) {
        scheduler.schedule(this::start, 30, TimeUnit.SECONDS);
      }
    });
  }

  void shutdown() {
    shutdown = true;
  }
}
