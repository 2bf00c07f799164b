// leak: per-object pool ended by a shutdown hook lambda
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Made for each tenant that signs in. */
class TenantStats {
  private final ScheduledThreadPoolExecutor ticks;
  private final String tenant;

  TenantStats(String tenant) {
    this.tenant = tenant;
    this.ticks = new ScheduledThreadPoolExecutor(1); // BUG
    this.ticks.scheduleAtFixedRate(this::print, 1, 1, TimeUnit.MINUTES);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      System.out.println("stop " + this.tenant);
      this.ticks.shutdownNow();
    }));
  }

  private void print() {
    System.out.println(this.tenant);
  }
}
