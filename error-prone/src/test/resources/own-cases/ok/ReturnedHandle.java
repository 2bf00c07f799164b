import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

class ReturnedHandle {
  interface Handle {
    void cancel();
  }

  private final ScheduledExecutorService s;

  ReturnedHandle(ScheduledExecutorService s) {
    this.s = s;
  }

  Handle every(Runnable r) {
    ScheduledFuture<?> f = s.scheduleAtFixedRate(r, 1, 1, TimeUnit.SECONDS);
    return new Handle() {
      public void cancel() {
        f.cancel(false);
      }
    };
  }
}
