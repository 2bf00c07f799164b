// leak: a reconnect that waits for its minutes dials again after close()
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class RegistryLink {
  private final ScheduledExecutorService timers;
  private volatile boolean closed;
  private Object session;

  RegistryLink(ScheduledExecutorService timers) {
    this.timers = timers;
  }

  void dial(int attempt) {
    try {
      session = open();
    } catch (IllegalStateException e) {
      long wait = Math.min(300, 1L << attempt);
      timers.schedule(() -> dial(attempt + 1), wait, TimeUnit.SECONDS); // BUG
    }
  }

  private Object open() {
    if (Math.random() < 0.5) {
      throw new IllegalStateException("refused");
    }
    return new Object();
  }

  boolean isOpen() {
    return !closed && session != null;
  }

  void close() {
    closed = true;
    session = null;
  }
}
