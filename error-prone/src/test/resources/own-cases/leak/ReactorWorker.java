import java.util.concurrent.TimeUnit;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

class ReactorWorker {
  void subscribe(Runnable r) {
    Scheduler s = Schedulers.newSingle("x"); // BUG
    s.schedulePeriodically(r, 1, 1, TimeUnit.SECONDS);
  }
}
