// leak: an unchecked exception of the caller's own making in a nested runnable class
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class DiskCheck {
  private final ScheduledExecutorService scheduler;

  DiskCheck(ScheduledExecutorService scheduler) {
    this.scheduler = scheduler;
  }

  ScheduledFuture<?> start(Path dir, long minimum) {
    return scheduler.scheduleWithFixedDelay(new Check(dir, minimum), 0, 1, TimeUnit.MINUTES); // BUG
  }

  private static final class Check implements Runnable {
    private final Path dir;
    private final long minimum;

    Check(Path dir, long minimum) {
      this.dir = dir;
      this.minimum = minimum;
    }

    @Override
    public void run() {
      long free = free();
      if (free < minimum) {
        System.err.println("only " + free);
      }
    }

    private long free() {
      try {
        return Files.getFileStore(dir).getUsableSpace();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
