// leak: hook at the JVM's end only, per desk
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Each desk that opens makes one. */
class DeskRotation {
  private final ScheduledExecutorService rotation = Executors.newSingleThreadScheduledExecutor(); // BUG

  DeskRotation(Runnable rotate) {
    rotation.scheduleAtFixedRate(rotate, 1, 1, TimeUnit.HOURS);
    Thread hook = new Thread(() -> rotation.shutdown());
    Runtime.getRuntime().addShutdownHook(hook);
  }
}
