// ok: what one file throws ends neither the loop nor the task
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class InboxGuard {
  private static final System.Logger LOG = System.getLogger("inbox");
  private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();

  void start(Path inbox) {
    scheduler.scheduleWithFixedDelay(guarded(() -> scan(inbox)), 0, 10, TimeUnit.SECONDS);
  }

  private static Runnable guarded(Runnable body) {
    return () -> {
      try {
        body.run();
      } catch (RuntimeException e) {
        LOG.log(System.Logger.Level.WARNING, "scan failed", e);
      }
    };
  }

  private void scan(Path inbox) {
    try (Stream<Path> files = Files.list(inbox)) {
      files.forEach(file -> System.out.println("got " + file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void stop() {
    scheduler.shutdownNow();
  }
}
