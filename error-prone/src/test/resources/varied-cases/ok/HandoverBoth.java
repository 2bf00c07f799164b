// ok: both ways out end the timer
import java.util.Queue;
import java.util.Timer;
import java.util.TimerTask;

class HandoverBoth {
  boolean offer(Queue<String> inbox, String text) {
    Timer nag = new Timer("nag", true);
    nag.schedule(new TimerTask() {
      @Override
      public void run() {
        System.out.println("waiting for " + text);
      }
    }, 1000, 1000);
    if (!inbox.offer(text)) {
      nag.cancel();
      return false;
    }
    nag.cancel();
    return true;
  }
}
