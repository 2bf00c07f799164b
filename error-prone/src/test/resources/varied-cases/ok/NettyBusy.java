// ok: handle kept on an event executor, cancelled in close
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

class NettyBusy {
  private final EventExecutor loop;
  private ScheduledFuture<?> idle;

  NettyBusy(EventExecutor loop) {
    this.loop = loop;
    this.idle = loop.scheduleWithFixedDelay(() -> System.out.println("idle"), 10, 10, TimeUnit.SECONDS);
  }

  void close() {
    this.idle.cancel(false);
  }
}
