// ok: others of the package have the field, and this class ends nothing
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class PumpParts {
  final ScheduledExecutorService timers = Executors.newScheduledThreadPool(2);

  void open(Runnable pump) {
    timers.scheduleWithFixedDelay(pump, 1, 1, TimeUnit.SECONDS);
  }
}
