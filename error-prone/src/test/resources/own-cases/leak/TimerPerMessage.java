import java.util.Timer;
import java.util.TimerTask;

class TimerPerMessage {
  void handle(String s) {
    var timer = new Timer("t-" + s); // BUG
    timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            System.out.println(s);
          }
        },
        30_000L);
  }
}
