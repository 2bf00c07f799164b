// ok: the probe of a connection is cancelled when the connection goes
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.EventExecutorGroup;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

class LoopIdleProbeEnded {
  private final EventExecutorGroup loops;
  private ScheduledFuture<?> probe;
  private long lastRead;

  LoopIdleProbeEnded(EventExecutorGroup loops) {
    this.loops = loops;
  }

  void connected() {
    EventExecutor loop = loops.next();
    probe = loop.scheduleAtFixedRate(this::probe, 10, 10, TimeUnit.SECONDS);
  }

  void disconnected() {
    ScheduledFuture<?> running = probe;
    if (running != null) {
      running.cancel(false);
    }
  }

  private void probe() {
    if (System.nanoTime() - lastRead > 30_000_000_000L) {
      System.out.println("idle");
    }
  }
}
