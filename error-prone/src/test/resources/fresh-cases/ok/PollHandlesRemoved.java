// ok: a poll that is taken back leaves the queue
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

final class PollHandlesRemoved {
  private static final ScheduledThreadPoolExecutor POOL = new ScheduledThreadPoolExecutor(1);

  static {
    POOL.setRemoveOnCancelPolicy(true);
  }

  interface Handle {
    void drop();
  }

  static Handle every(long minutes, Runnable poll) {
    ScheduledFuture<?> task = POOL.scheduleAtFixedRate(poll, minutes, minutes, TimeUnit.MINUTES);
    return () -> task.cancel(false);
  }
}
