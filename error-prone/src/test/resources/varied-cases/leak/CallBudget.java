// leak: shutdown leaves a delayed task of an hour, per call
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class CallBudget {
  private final ScheduledExecutorService watch = Executors.newScheduledThreadPool(1);

  CallBudget(Runnable onLate) {
    watch.schedule(onLate, 1, TimeUnit.HOURS); // BUG
  }

  void done() {
    watch.shutdown(); // BUG
  }
}
