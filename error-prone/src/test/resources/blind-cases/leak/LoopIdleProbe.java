// leak: the probe of a connection is kept in a local of the connect callback only
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.EventExecutorGroup;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

class LoopIdleProbe {
  private final EventExecutorGroup loops;
  private long lastRead;

  LoopIdleProbe(EventExecutorGroup loops) {
    this.loops = loops;
  }

  void connected() {
    EventExecutor loop = loops.next();
    ScheduledFuture<?> probe = loop.scheduleAtFixedRate(this::probe, 10, 10, TimeUnit.SECONDS); // BUG
    System.out.println("probing " + probe.isDone());
  }

  void disconnected() {
    lastRead = 0;
  }

  private void probe() {
    if (System.nanoTime() - lastRead > 30_000_000_000L) {
      System.out.println("idle");
    }
  }
}
