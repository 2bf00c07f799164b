// leak: the flag is set, the periodic task returns at once for ever
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class StopFlag {
  private final ScheduledExecutorService clock;
  private volatile boolean stopped;

  StopFlag(ScheduledExecutorService clock) {
    this.clock = clock;
  }

  void start() {
    clock.scheduleAtFixedRate(() -> { // BUG
      if (stopped) {
        return;
      }
      System.out.println("work");
    }, 1, 1, TimeUnit.SECONDS);
  }

  void stop() {
    stopped = true;
  }
}
