// ok: session cancels its own beat on close
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class CometServer {
  private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(1);

  CometSession open() {
    return new CometSession();
  }

  void stop() {
    clock.shutdownNow();
  }

  final class CometSession implements AutoCloseable {
    private final Future<?> beat = clock.scheduleAtFixedRate(this::beat, 1, 1, TimeUnit.SECONDS);

    private void beat() {
      System.out.println("beat");
    }

    @Override
    public void close() {
      beat.cancel(false);
    }
  }
}
