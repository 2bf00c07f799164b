import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

class NulledWithoutCancel {
  private final ScheduledExecutorService shared;
  private ScheduledFuture<?> beat;

  NulledWithoutCancel(ScheduledExecutorService shared) {
    this.shared = shared;
  }

  void open(Runnable send) {
    beat = shared.scheduleAtFixedRate(send, 1, 1, TimeUnit.SECONDS); // BUG
  }

  void close() {
    beat.cancel(false);
  }

  void failed(Exception ex) {
    System.err.println(ex);
    beat = null;
  }
}
