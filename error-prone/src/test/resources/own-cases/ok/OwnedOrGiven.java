import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

class OwnedOrGiven {
  static final class Builder {
    private ScheduledExecutorService ex;

    OwnedOrGiven build() {
      return new OwnedOrGiven(ex != null ? ex : Executors.newScheduledThreadPool(1), ex == null);
    }
  }

  private final ScheduledExecutorService ex;
  private final boolean own;
  private final ScheduledFuture<?> f;

  OwnedOrGiven(ScheduledExecutorService e, boolean own) {
    ex = e;
    this.own = own;
    f = e.scheduleAtFixedRate(() -> {}, 1, 1, TimeUnit.SECONDS);
  }

  void close() {
    f.cancel(true);
    if (own) ex.shutdown();
  }
}
