// ok: static pool ended by a shutdown hook
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

final class ProgramStats {
  private static final ScheduledExecutorService TICKS = Executors.newSingleThreadScheduledExecutor();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(TICKS::shutdownNow));
  }

  private ProgramStats() {
  }

  static void report(Runnable report) {
    TICKS.scheduleAtFixedRate(report, 1, 1, TimeUnit.MINUTES);
  }
}
