import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class LentUnlessOwned {
  private final ScheduledExecutorService ex;
  private final boolean own;

  LentUnlessOwned(ScheduledExecutorService given, boolean own) {
    ex = given;
    this.own = own;
    ex.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.SECONDS); // BUG
  }

  void tick() {}

  void close() {
    if (own) {
      ex.shutdown();
    }
  }
}
