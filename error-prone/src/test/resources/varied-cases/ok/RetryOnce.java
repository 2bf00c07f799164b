// ok: bounded retry with dropped one-shots
import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class RetryOnce {
  private final ScheduledExecutorService clock;

  RetryOnce(ScheduledExecutorService clock) {
    this.clock = clock;
  }

  void send(Callable<Boolean> call, int left) {
    try {
      if (!call.call() && left > 0) {
        clock.schedule(() -> send(call, left - 1), 30, TimeUnit.SECONDS);
      }
    } catch (Exception e) {
      System.err.println(e);
    }
  }
}
