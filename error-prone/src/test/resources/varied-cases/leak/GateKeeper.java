// leak: the beat is cancelled in a branch that only some callers take
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

class GateKeeper {
  private final ScheduledExecutorService clock;

  GateKeeper(ScheduledExecutorService clock) {
    this.clock = clock;
  }

  boolean hold(Supplier<Boolean> gate) {
    ScheduledFuture<?> beat = clock.scheduleAtFixedRate(() -> System.out.println("hold"), 1, 1, TimeUnit.SECONDS); // BUG
    if (gate.get()) {
      beat.cancel(false);
      return true;
    }
    return false;
  }
}
