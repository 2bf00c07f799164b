// leak: early return before the end of a local timer
import java.util.Queue;
import java.util.Timer;
import java.util.TimerTask;

class Handover {
  boolean offer(Queue<String> inbox, String text) {
    Timer nag = new Timer("nag", true); // BUG
    nag.schedule(new TimerTask() {
      @Override
      public void run() {
        System.out.println("waiting for " + text);
      }
    }, 1000, 1000);
    if (!inbox.offer(text)) {
      return false;
    }
    while (inbox.contains(text)) {
      Thread.onSpinWait();
    }
    nag.cancel();
    return true;
  }
}
