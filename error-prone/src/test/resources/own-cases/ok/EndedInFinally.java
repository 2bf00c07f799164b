import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class EndedInFinally {
  void run(Runnable r) throws Exception {
    ScheduledExecutorService s = Executors.newScheduledThreadPool(1);
    try {
      s.scheduleAtFixedRate(r, 1, 1, TimeUnit.SECONDS);
      Thread.sleep(10);
    } finally {
      s.shutdownNow();
    }
  }
}
