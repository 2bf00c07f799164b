// ok: the delayed task is cancelled before shutdown
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class CallTally {
  private final ScheduledExecutorService watch = Executors.newScheduledThreadPool(1);
  private final Future<?> late;

  CallTally(Runnable onLate) {
    late = watch.schedule(onLate, 1, TimeUnit.HOURS);
  }

  void done() {
    late.cancel(false);
    watch.shutdown();
  }
}
