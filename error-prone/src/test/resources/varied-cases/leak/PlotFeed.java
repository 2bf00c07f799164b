// leak: stream lambda throws in a periodic task
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

class PlotFeed {
  private final List<IntSupplier> lines = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService clock;
  private ScheduledFuture<?> task;

  PlotFeed(ScheduledExecutorService clock) {
    this.clock = clock;
  }

  void start() {
    task = clock.scheduleAtFixedRate(() -> { // BUG
      int sum = lines.stream().mapToInt(line -> checked(line.getAsInt())).sum();
      System.out.println(sum);
    }, 1, 1, TimeUnit.SECONDS);
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
