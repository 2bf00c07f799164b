import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class HookOfObject {
  private final ScheduledExecutorService s = Executors.newScheduledThreadPool(1); // BUG

  HookOfObject() {
    Runtime.getRuntime().addShutdownHook(new Thread(s::shutdownNow));
    s.scheduleAtFixedRate(() -> {}, 1, 1, TimeUnit.SECONDS);
  }
}
