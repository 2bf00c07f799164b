// ok: the pool removes what is cancelled, by a helper that makes it
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class RepliesRemoved implements Closeable {
  private final ScheduledExecutorService timeouts = newTimeouts("replies");
  private final Map<Long, ScheduledFuture<?>> pending = new ConcurrentHashMap<>();

  private static ScheduledThreadPoolExecutor newTimeouts(String name) {
    ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(1, r -> new Thread(r, name));
    pool.setRemoveOnCancelPolicy(true);
    return pool;
  }

  void expect(long id, Runnable expired) {
    pending.put(id, timeouts.schedule(expired, 60, TimeUnit.SECONDS));
  }

  void arrived(long id) {
    ScheduledFuture<?> timeout = pending.remove(id);
    if (timeout != null) {
      timeout.cancel(false);
    }
  }

  @Override
  public void close() {
    timeouts.shutdownNow();
  }
}
