// leak: constructor makes a scheduler when none is given, never ended
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class DefaultClock {
  private final ScheduledExecutorService clock;

  DefaultClock(ScheduledExecutorService given) {
    if (given != null) {
      clock = given;
    } else {
      clock = Executors.newSingleThreadScheduledExecutor(); // BUG
    }
  }

  void later(Runnable work) {
    clock.schedule(work, 1, TimeUnit.MINUTES);
  }
}
