// ok: made lazily, ended by a close that returns early when nothing was made
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class ExpiryHolder implements Closeable {
  private volatile ScheduledExecutorService expiry;

  private ScheduledExecutorService expiry() {
    ScheduledExecutorService e = expiry;
    if (e == null) {
      synchronized (this) {
        e = expiry;
        if (e == null) {
          e = Executors.newScheduledThreadPool(1);
          expiry = e;
        }
      }
    }
    return e;
  }

  void later(Runnable task) {
    expiry().schedule(task, 1, TimeUnit.MINUTES);
  }

  @Override
  public synchronized void close() {
    ScheduledExecutorService e = expiry;
    if (e == null) {
      return;
    }
    e.shutdownNow();
    expiry = null;
  }
}
