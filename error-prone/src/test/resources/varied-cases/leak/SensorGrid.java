// leak: handles in a list that is emptied
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

class SensorGrid {
  private final List<ScheduledFuture<?>> reads = new ArrayList<>();
  private final ScheduledExecutorService clock;

  SensorGrid(ScheduledExecutorService clock) {
    this.clock = clock;
  }

  void sensor(IntSupplier sensor) {
    reads.add(clock.scheduleAtFixedRate(() -> System.out.println(sensor.getAsInt()), 1, 1, TimeUnit.SECONDS)); // BUG
  }

  void reconfigure() {
    reads.clear(); // BUG
  }

  void stop() {
    for (ScheduledFuture<?> read : reads) {
      read.cancel(false);
    }
  }
}
