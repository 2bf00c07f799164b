// leak: wrapped pool in Reactor's Scheduler, dispose never called
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

class DripPipe {
  private final Scheduler drips;

  DripPipe() {
    ScheduledExecutorService inner = Executors.newScheduledThreadPool(2); // BUG
    drips = Schedulers.fromExecutor(inner);
  }

  void drip(Runnable drop) {
    drips.schedule(drop, 1, TimeUnit.SECONDS);
  }

  void turnOff() {
    System.out.println("off");
  }
}
