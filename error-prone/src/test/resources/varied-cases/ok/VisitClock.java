// ok: cancelled and purged
import java.util.Timer;
import java.util.TimerTask;

class VisitClock {
  private final Timer timer = new Timer(true);
  private TimerTask expiry;

  synchronized void touch(Runnable expired) {
    if (expiry != null) {
      expiry.cancel();
      timer.purge();
    }
    expiry = new TimerTask() {
      @Override
      public void run() {
        expired.run();
      }
    };
    timer.schedule(expiry, 30 * 60 * 1000L);
  }

  void close() {
    timer.cancel();
  }
}
