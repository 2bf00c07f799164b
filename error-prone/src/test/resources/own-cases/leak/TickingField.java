import java.util.Timer;
import java.util.TimerTask;

class TickingField {
  private final Timer t = new Timer(true); // BUG

  TickingField() {
    t.schedule(
        new TimerTask() {
          public void run() {
            tick();
          }
        },
        0,
        1000);
  }

  void tick() {}
}
