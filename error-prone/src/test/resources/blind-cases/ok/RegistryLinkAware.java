// ok: a reconnect asks first whether it is still wanted
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class RegistryLinkAware {
  private final ScheduledExecutorService timers;
  private volatile boolean closed;
  private Object session;

  RegistryLinkAware(ScheduledExecutorService timers) {
    this.timers = timers;
  }

  void dial(int attempt) {
    if (closed) {
      return;
    }
    try {
      session = open();
    } catch (IllegalStateException e) {
      timers.schedule(() -> dial(attempt + 1), Math.min(300, 1L << attempt), TimeUnit.SECONDS);
    }
  }

  private Object open() {
    if (Math.random() < 0.5) {
      throw new IllegalStateException("refused");
    }
    return new Object();
  }

  void close() {
    closed = true;
    session = null;
  }
}
