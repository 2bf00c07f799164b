import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

final class ShutdownHook {
  private static final ShutdownHook ONLY = new ShutdownHook();

  private final ScheduledExecutorService s = Executors.newScheduledThreadPool(1);

  private ShutdownHook() {
    Runtime.getRuntime().addShutdownHook(new Thread(s::shutdownNow));
    s.scheduleAtFixedRate(() -> {}, 1, 1, TimeUnit.SECONDS);
  }

  static ShutdownHook only() {
    return ONLY;
  }
}
