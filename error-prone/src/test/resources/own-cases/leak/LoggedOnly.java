import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class LoggedOnly {
  static ScheduledExecutorService make() {
    ScheduledExecutorService e = Executors.newScheduledThreadPool(1);
    return e;
  }

  void use() {
    ScheduledExecutorService e = Executors.newScheduledThreadPool(2); // BUG
    e.scheduleAtFixedRate(this::x, 1, 1, TimeUnit.SECONDS);
    System.out.println("started " + e);
  }

  void x() {}
}
