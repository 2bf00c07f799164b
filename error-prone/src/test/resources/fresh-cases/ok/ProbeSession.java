// ok: close() returns early if it was closed before
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class ProbeSession implements AutoCloseable {
  private final ScheduledExecutorService scheduler;
  private final AtomicBoolean closed = new AtomicBoolean();
  private volatile ScheduledFuture<?> probe;

  ProbeSession(ScheduledExecutorService scheduler) {
    this.scheduler = scheduler;
  }

  void opened() {
    probe = scheduler.scheduleAtFixedRate(() -> System.out.println("probe"), 5, 5, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    ScheduledFuture<?> p = probe;
    if (p != null) {
      p.cancel(false);
    }
  }
}
