// ok: plain scheduled work of a main class
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class NightJob {
  public static void main(String[] args) {
    ScheduledExecutorService clock = Executors.newScheduledThreadPool(1);
    clock.scheduleAtFixedRate(() -> System.out.println("night"), 0, 1, TimeUnit.DAYS);
  }
}
