// leak: a handle in a field, cancelled in the same method after code that may throw
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

class TransferRun {
  private final ScheduledExecutorService clock;
  private ScheduledFuture<?> meter;

  TransferRun(ScheduledExecutorService clock) {
    this.clock = clock;
  }

  void transfer(InputStream in, java.io.OutputStream out) throws IOException {
    meter = clock.scheduleAtFixedRate(() -> System.out.println("meter"), 1, 1, TimeUnit.SECONDS); // BUG
    in.transferTo(out);
    meter.cancel(false);
  }
}
