import java.util.Timer;
import java.util.TimerTask;

class NulledByItsCaller {
  private Timer timer;

  void start(TimerTask task) {
    timer = new Timer();
    timer.schedule(task, 1, 1);
  }

  void stop() {
    timer.cancel();
    forget();
  }

  void forget() {
    timer = null;
  }
}
