// leak: pool keeps the timeouts of requests that were answered
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class PendingReplies implements Closeable {
  private final ScheduledThreadPoolExecutor timeouts =
      new ScheduledThreadPoolExecutor(1, new ThreadFactory() { // BUG
        @Override
        public Thread newThread(Runnable r) {
          Thread t = new Thread(r, "reply-timeouts");
          t.setDaemon(true);
          return t;
        }
      });
  private final Map<Long, Pending> pending = new ConcurrentHashMap<>();

  private static final class Pending {
    final CompletableFuture<byte[]> reply = new CompletableFuture<>();
    ScheduledFuture<?> timeout;
  }

  CompletableFuture<byte[]> expect(long id) {
    Pending p = new Pending();
    pending.put(id, p);
    p.timeout = timeouts.schedule(() -> expired(id), 60, TimeUnit.SECONDS);
    return p.reply;
  }

  private void expired(long id) {
    Pending p = pending.remove(id);
    if (p != null) {
      p.reply.completeExceptionally(new TimeoutException("no reply to " + id));
    }
  }

  void arrived(long id, byte[] body) {
    Pending p = pending.remove(id);
    if (p != null) {
      p.timeout.cancel(false);
      p.reply.complete(body);
    }
  }

  @Override
  public void close() {
    timeouts.shutdownNow();
  }
}
