// ok: the quorum cancels the timeout
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

class VoteTurn {
  private final Consumer<Boolean> result;
  private final Future<?> limit;
  private boolean over;
  private int votes;

  VoteTurn(ScheduledExecutorService clock, long seconds, Consumer<Boolean> result) {
    this.result = result;
    this.limit = clock.schedule(() -> finish(false), seconds, TimeUnit.SECONDS);
  }

  synchronized void vote() {
    if (++votes >= 3) {
      finish(true);
    }
  }

  private synchronized void finish(boolean elected) {
    if (over) {
      return;
    }
    over = true;
    limit.cancel(false);
    result.accept(elected);
  }
}
