// ok: the lambda catches what it throws
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

class PlotSafe {
  private final List<IntSupplier> lines = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService clock;
  private ScheduledFuture<?> task;

  PlotSafe(ScheduledExecutorService clock) {
    this.clock = clock;
  }

  void start() {
    task = clock.scheduleAtFixedRate(() -> lines.forEach(line -> {
      try {
        System.out.println(checked(line.getAsInt()));
      } catch (RuntimeException e) {
        System.err.println(e);
      }
    }), 1, 1, TimeUnit.SECONDS);
  }

  private static int checked(int value) {
    if (value < 0) {
      throw new IllegalStateException("below zero: " + value);
    }
    return value;
  }

  void stop() {
    task.cancel(false);
  }
}
