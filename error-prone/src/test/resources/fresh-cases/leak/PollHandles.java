// leak: a poll that is taken back stays queued for its period, however long that is
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

final class PollHandles {
  private static final ScheduledThreadPoolExecutor POOL = new ScheduledThreadPoolExecutor(1); // BUG

  interface Handle {
    void drop();
  }

  private static final class Poll implements Handle {
    private final ScheduledFuture<?> task;

    private Poll(ScheduledFuture<?> task) {
      this.task = task;
    }

    @Override
    public void drop() {
      task.cancel(false);
    }
  }

  static Handle every(long minutes, Runnable poll) {
    return new Poll(POOL.scheduleAtFixedRate(poll, minutes, minutes, TimeUnit.MINUTES));
  }
}
