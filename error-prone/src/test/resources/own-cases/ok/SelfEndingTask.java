import java.util.Timer;
import java.util.TimerTask;

class SelfEndingTask {
  private final Timer t;

  SelfEndingTask(Timer t) {
    this.t = t;
  }

  void once(Runnable r) {
    t.schedule(
        new TimerTask() {
          int n;

          public void run() {
            r.run();
            if (++n == 3) cancel();
          }
        },
        1000,
        1000);
  }
}
