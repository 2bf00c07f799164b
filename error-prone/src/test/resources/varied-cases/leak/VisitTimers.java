// leak: TimerTask cancelled long before it is due, Timer never purged
import java.util.Timer;
import java.util.TimerTask;

class VisitTimers {
  private final Timer timer = new Timer(true);
  private TimerTask expiry;

  synchronized void touch(Runnable expired) {
    if (expiry != null) {
      expiry.cancel(); // BUG
    }
    expiry = new TimerTask() {
      @Override
      public void run() {
        expired.run();
      }
    };
    timer.schedule(expiry, 30 * 60 * 1000L); // BUG
  }

  void close() {
    timer.cancel();
  }
}
