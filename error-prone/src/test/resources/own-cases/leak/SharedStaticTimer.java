import java.util.Timer;
import java.util.TimerTask;

class SharedStaticTimer {
  private static final Timer SHARED = new Timer(true);
  private final String name;

  SharedStaticTimer(String n) {
    name = n;
    SHARED.schedule( // BUG
        new TimerTask() {
          public void run() {
            System.out.println(name);
          }
        },
        1000,
        1000);
  }
}
