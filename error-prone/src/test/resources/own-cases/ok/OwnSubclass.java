import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

class OwnSubclass extends ScheduledThreadPoolExecutor {
  OwnSubclass() {
    super(1);
  }

  void every(Runnable r) {
    scheduleAtFixedRate(r, 1, 1, TimeUnit.SECONDS);
  }
}
