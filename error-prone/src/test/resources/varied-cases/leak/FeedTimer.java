// leak: java.util.Timer per subscription, never cancelled
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.Consumer;

class FeedTimer {
  void subscribe(Consumer<String> out) {
    new Timer("feed").scheduleAtFixedRate(new TimerTask() { // BUG
      @Override
      public void run() {
        out.accept("tick");
      }
    }, 0, 1000);
  }
}
