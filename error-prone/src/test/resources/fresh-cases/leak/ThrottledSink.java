// leak: throttle windows on a pool of its own that removes nothing
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class ThrottledSink implements Closeable {
  private final ScheduledExecutorService windows = new ScheduledThreadPoolExecutor(2); // BUG
  private final ConcurrentMap<String, ScheduledFuture<?>> closing = new ConcurrentHashMap<>();

  void write(String key, byte[] data) {
    closing.compute(key, (k, old) -> {
      if (old != null) {
        old.cancel(false);
      }
      return windows.schedule(() -> flush(k), 10, TimeUnit.MINUTES);
    });
  }

  private void flush(String key) {
    closing.remove(key);
  }

  @Override
  public void close() {
    windows.shutdownNow();
  }
}
