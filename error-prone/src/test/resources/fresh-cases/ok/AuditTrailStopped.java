// ok: stop() returns early only when it has been called before
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

class AuditTrailStopped {
  private final Queue<String> lines = new ArrayDeque<>();
  private final AtomicBoolean stopped = new AtomicBoolean();
  private final Future<?> writing;

  AuditTrailStopped(ScheduledExecutorService shared) {
    this.writing = shared.scheduleAtFixedRate(this::write, 1, 1, TimeUnit.SECONDS);
  }

  private synchronized void write() {
    while (!lines.isEmpty()) {
      System.out.println(lines.poll());
    }
  }

  void stop() {
    if (!stopped.compareAndSet(false, true)) {
      return;
    }
    writing.cancel(false);
    if (lines.isEmpty()) {
      return;
    }
    write();
  }
}
