import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

class HookThread {
  private final ScheduledExecutorService s;
  private final Thread hook;

  HookThread() {
    s = Executors.newScheduledThreadPool(1);
    hook =
        new Thread(
            () -> {
              s.shutdown();
            });
  }
}
