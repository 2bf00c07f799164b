// ok: the pool gets its policy where it is made, under another name
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class SinkWindows implements Closeable {
  private final ScheduledExecutorService windows;
  private ScheduledFuture<?> closing;

  SinkWindows(int threads) {
    ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(threads);
    configure(pool);
    windows = Executors.unconfigurableScheduledExecutorService(pool);
  }

  private static void configure(ScheduledThreadPoolExecutor pool) {
    pool.setRemoveOnCancelPolicy(true);
    pool.setMaximumPoolSize(4);
  }

  synchronized void write(Runnable flush) {
    if (closing != null) {
      closing.cancel(false);
    }
    closing = windows.schedule(flush, 10, TimeUnit.MINUTES);
  }

  @Override
  public void close() {
    windows.shutdownNow();
  }
}
