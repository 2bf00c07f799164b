// ok: anonymous runnable re-schedules itself while running
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class InnerLoop {
  private final ScheduledExecutorService clock;
  private volatile boolean running;

  InnerLoop(ScheduledExecutorService clock) {
    this.clock = clock;
  }

  void start() {
    running = true;
    clock.schedule(new Runnable() {
      @Override
      public void run() {
        if (running) {
          System.out.println("loop");
          clock.schedule(this, 10, TimeUnit.SECONDS);
        }
      }
    }, 10, TimeUnit.SECONDS);
  }

  void stop() {
    running = false;
  }
}
