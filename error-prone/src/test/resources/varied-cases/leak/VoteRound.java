// leak: both the timeout and the quorum finish the round
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

class VoteRound {
  private final Consumer<Boolean> result;
  private boolean over;
  private int votes;

  VoteRound(ScheduledExecutorService clock, long seconds, Consumer<Boolean> result) {
    this.result = result;
    clock.schedule(() -> finish(false), seconds, TimeUnit.SECONDS); // BUG
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
    result.accept(elected);
  }
}
