// ok: closed flag first, then both ends, each guarded
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class GuardedClose implements AutoCloseable {
  private final ScheduledExecutorService executor;
  private final boolean ownsExecutor;
  private ScheduledFuture<?> flush;
  private boolean closed;

  GuardedClose() {
    this(null);
  }

  GuardedClose(ScheduledExecutorService given) {
    ownsExecutor = given == null;
    executor = ownsExecutor ? Executors.newSingleThreadScheduledExecutor() : given;
    flush = executor.scheduleAtFixedRate(this::flush, 1, 1, TimeUnit.SECONDS);
  }

  private synchronized void flush() {
    if (closed) {
      throw new IllegalStateException("closed");
    }
    System.out.println("flush");
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    flush.cancel(false);
    if (ownsExecutor) {
      executor.shutdown();
    }
  }
}
