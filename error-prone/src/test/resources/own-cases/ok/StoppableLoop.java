import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class StoppableLoop {
  private final ScheduledExecutorService s;
  private volatile boolean closed;

  StoppableLoop(ScheduledExecutorService s) {
    this.s = s;
    loop();
  }

  private void loop() {
    if (closed) return;
    s.schedule(this::loop, 10, TimeUnit.SECONDS);
  }

  void close() {
    closed = true;
  }
}
