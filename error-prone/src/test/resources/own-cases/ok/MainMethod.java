import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class MainMethod {
  public static void main(String[] a) {
    ScheduledExecutorService s = Executors.newScheduledThreadPool(1);
    s.scheduleAtFixedRate(() -> {}, 1, 1, TimeUnit.SECONDS);
  }
}
