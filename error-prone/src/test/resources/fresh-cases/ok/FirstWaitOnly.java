// ok: while one wait is under way nothing else is scheduled
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

class FirstWaitOnly {
  private final ScheduledExecutorService clock;
  private ScheduledFuture<?> wait;

  FirstWaitOnly(ScheduledExecutorService clock) {
    this.clock = clock;
  }

  synchronized void changed(String name) {
    if (wait == null || wait.isDone()) {
      wait = clock.schedule(() -> System.out.println("reload after " + name), 1, TimeUnit.MINUTES);
    }
  }

  synchronized void close() {
    if (wait != null) {
      wait.cancel(false);
    }
  }
}
