// ok: kept through a null check, ended by a helper of a library
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class CheckedExecutor {
  static final class Checks {
    static <T> T notNull(T value) {
      if (value == null) {
        throw new NullPointerException();
      }
      return value;
    }
  }

  private final ScheduledExecutorService executor;

  private CheckedExecutor(ScheduledExecutorService executor) {
    this.executor = Checks.notNull(executor);
  }

  static CheckedExecutor create() {
    return new CheckedExecutor(Objects.requireNonNull(Executors.newScheduledThreadPool(3)));
  }

  void submit(Runnable work) {
    executor.schedule(work, 1, TimeUnit.SECONDS);
  }

  void shutdown() {
    executor.shutdown();
  }
}
