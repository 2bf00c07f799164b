import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

class ProbeWithoutFinally {
  void probe() throws Exception {
    ScheduledExecutorService s = Executors.newScheduledThreadPool(1); // BUG
    ScheduledFuture<String> f = s.schedule(() -> "x", 1, TimeUnit.SECONDS);
    String r = f.get();
    s.shutdown();
    System.out.println(r);
  }
}
