import java.util.Timer;
import java.util.TimerTask;

class UnpurgedLimit {
  private final Timer shared;
  private TimerTask limit;

  UnpurgedLimit(Timer t) {
    shared = t;
  }

  void begin() {
    limit =
        new TimerTask() {
          public void run() {
            System.out.println();
          }
        };
    shared.schedule(limit, 60_000);
  }

  void end() {
    limit.cancel(); // BUG
  }
}
