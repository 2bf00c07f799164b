// leak: with nothing to write, stop() leaves before it cancels the writer
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class AuditTrail {
  private final Queue<String> lines = new ArrayDeque<>();
  private final Future<?> writing;

  AuditTrail(ScheduledExecutorService shared) {
    this.writing = shared.scheduleAtFixedRate(this::write, 1, 1, TimeUnit.SECONDS); // BUG
  }

  synchronized void add(String line) {
    lines.add(line);
  }

  private synchronized void write() {
    while (!lines.isEmpty()) {
      System.out.println(lines.poll());
    }
  }

  synchronized void stop() {
    if (lines.size() == 0) {
      return; // BUG
    }
    write();
    writing.cancel(false);
  }
}
