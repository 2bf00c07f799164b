// ok: try-with-resources over an own handle
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class LongCall {
  private final ScheduledExecutorService clock;

  LongCall(ScheduledExecutorService clock) {
    this.clock = clock;
  }

  private record Ticking(Future<?> handle) implements AutoCloseable {
    @Override
    public void close() {
      handle.cancel(false);
    }
  }

  String call(Callable<String> remote) throws Exception {
    try (Ticking t = new Ticking(clock.scheduleAtFixedRate(() -> System.out.println("."), 1, 1, TimeUnit.SECONDS))) {
      return remote.call();
    }
  }
}
