// ok: once released, no timer is made
import java.util.Timer;
import java.util.TimerTask;

class DetachLimitAsked {
  private Timer limit;
  private boolean released;

  synchronized void detach() {
    clear();
    limit = released ? null : new Timer();
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
