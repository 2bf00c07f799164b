// ok: the same in a finally block
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

class TransferSafe {
  private final ScheduledExecutorService clock;
  private ScheduledFuture<?> meter;

  TransferSafe(ScheduledExecutorService clock) {
    this.clock = clock;
  }

  void transfer(InputStream in, java.io.OutputStream out) throws IOException {
    meter = clock.scheduleAtFixedRate(() -> System.out.println("meter"), 1, 1, TimeUnit.SECONDS);
    try {
      in.transferTo(out);
    } finally {
      meter.cancel(false);
    }
  }
}
