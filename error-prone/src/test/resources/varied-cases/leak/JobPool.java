// leak: pool of a job kept and only its task cancelled
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

class JobPool {
  private final ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(1); // BUG
  private Future<?> job;

  void begin(Runnable work) {
    job = pool.scheduleAtFixedRate(work, 0, 1, TimeUnit.SECONDS);
  }

  void end() {
    if (job != null) {
      job.cancel(true);
    }
  }
}
