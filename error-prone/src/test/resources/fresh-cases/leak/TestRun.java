// leak: local scheduler waits for containers, and is never ended, whatever the future does
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class TestRun {
  interface Container {
    boolean isDone();
  }

  private final List<Container> containers = new ArrayList<>();

  void finish(long timeoutMillis) throws Exception {
    CompletableFuture<Boolean> finished = new CompletableFuture<>();
    ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(); // BUG
    scheduler.scheduleAtFixedRate(() -> {
      if (containers.stream().allMatch(Container::isDone)) {
        finished.complete(true);
      }
    }, 100, 100, TimeUnit.MILLISECONDS);
    finished.get(timeoutMillis, TimeUnit.MILLISECONDS);
  }

  void add(Container container) {
    containers.add(container);
  }
}
