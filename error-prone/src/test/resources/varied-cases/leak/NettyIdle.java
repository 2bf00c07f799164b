// leak: handle kept on an event executor, never cancelled
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

class NettyIdle {
  private final EventExecutor loop;
  private ScheduledFuture<?> idle;

  NettyIdle(EventExecutor loop) {
    this.loop = loop;
    this.idle = loop.scheduleWithFixedDelay(this::check, 10, 10, TimeUnit.SECONDS); // BUG
  }

  private void check() {
    System.out.println("idle");
  }

  boolean watching() {
    return this.idle != null;
  }

  void close() {
    System.out.println("bye");
  }
}
