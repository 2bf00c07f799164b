// leak: a task that throws for a bad message never runs again
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class InboxScan {
  private final Path inbox;
  private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();

  InboxScan(Path inbox) {
    this.inbox = inbox;
  }

  void start() {
    scheduler.scheduleWithFixedDelay(this::scan, 0, 10, TimeUnit.SECONDS); // BUG
  }

  private void scan() {
    try (Stream<Path> files = Files.list(inbox)) {
      files.filter(Files::isRegularFile).forEach(this::process);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void process(Path file) {
    System.out.println("got " + file);
  }

  void stop() {
    scheduler.shutdownNow();
  }
}
