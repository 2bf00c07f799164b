// ok: close() cancels the flush whatever the buffer holds
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

class SpanExporterFinal implements AutoCloseable {
  private final List<String> buffer = new ArrayList<>();
  private final ScheduledFuture<?> flushing;
  private boolean closed;

  SpanExporterFinal(ScheduledExecutorService shared) {
    flushing = shared.scheduleWithFixedDelay(this::flush, 5, 5, TimeUnit.SECONDS);
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
    if (closed) {
      return;
    }
    closed = true;
    try {
      flush();
    } finally {
      flushing.cancel(false);
    }
  }
}
