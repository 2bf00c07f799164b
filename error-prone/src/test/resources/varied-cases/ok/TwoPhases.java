// ok: prepare makes, dispose ends; start asks whether it runs
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

class TwoPhases {
  private ScheduledExecutorService pool;
  private ScheduledFuture<?> task;

  void prepare() {
    pool = Executors.newScheduledThreadPool(1);
  }

  void start(Runnable work) {
    if (task == null) {
      task = pool.scheduleAtFixedRate(work, 1, 1, TimeUnit.SECONDS);
    }
  }

  void stop() {
    if (task != null) {
      task.cancel(false);
      task = null;
    }
  }

  void dispose() {
    pool.shutdown();
  }
}
