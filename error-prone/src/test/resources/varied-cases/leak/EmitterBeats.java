// leak: cancelled only on completion of the good kind (catch only)
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

class EmitterBeats {
  private final ScheduledExecutorService clock;

  EmitterBeats(ScheduledExecutorService clock) {
    this.clock = clock;
  }

  void stream(Iterable<String> rows, Consumer<String> out) {
    ScheduledFuture<?> beats = clock.scheduleAtFixedRate(() -> out.accept(""), 15, 15, TimeUnit.SECONDS); // BUG
    try {
      rows.forEach(out);
    } catch (RuntimeException e) {
      beats.cancel(false);
      throw e;
    }
  }
}
