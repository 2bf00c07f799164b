// leak: once released, nobody keeps the timer that was just made
import java.util.Timer;
import java.util.TimerTask;

class DetachLimit {
  private Timer limit;
  private boolean released;

  synchronized void detach() {
    Timer made = new Timer(); // BUG
    limit = released ? null : made; // BUG
    if (limit == null) {
      return;
    }
    limit.schedule(new TimerTask() {
      @Override
      public void run() {
        System.out.println("no answer");
      }
    }, 10_000);
  }

  synchronized void release() {
    released = true;
    clear();
  }

  private void clear() {
    if (limit != null) {
      limit.cancel();
      limit = null;
    }
  }
}
