// leak: close() of an exporter with nothing to send returns before it cancels the flush
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

class SpanExporter implements AutoCloseable {
  private final List<String> buffer = new ArrayList<>();
  private final ScheduledFuture<?> flushing;

  SpanExporter(ScheduledExecutorService shared) {
    flushing = shared.scheduleWithFixedDelay(this::flush, 5, 5, TimeUnit.SECONDS); // BUG
  }

  synchronized void export(String span) {
    buffer.add(span);
  }

  private synchronized void flush() {
    System.out.println("sent " + buffer.size());
    buffer.clear();
  }

  @Override
  public synchronized void close() {
    if (buffer.isEmpty()) {
      return; // BUG
    }
    flush();
    flushing.cancel(false);
  }
}
