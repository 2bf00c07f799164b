// ok: wrapped pool ended by dispose of the wrapper
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

class DripTap {
  private final Scheduler drips = Schedulers.fromExecutorService(Executors.newScheduledThreadPool(2), "drips");

  void drip(Runnable drop) {
    drips.schedule(drop, 1, TimeUnit.SECONDS);
  }

  void turnOff() {
    drips.dispose();
  }
}
