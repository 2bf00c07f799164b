import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class EndlessLoop {
  private final ScheduledExecutorService s;

  EndlessLoop(ScheduledExecutorService s) {
    this.s = s;
    loop();
  }

  private void loop() {
    System.out.println();
    s.schedule(() -> loop(), 10, TimeUnit.SECONDS); // BUG
  }

  public void close() {}
}
