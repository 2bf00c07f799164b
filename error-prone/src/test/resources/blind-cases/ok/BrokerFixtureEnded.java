// ok: what a test sets up, tearDown() ends
import java.util.ArrayList;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;

abstract class BrokerFixtureEnded {
  private Timer deliveries;
  private final List<String> messages = new ArrayList<>();

  protected void setUp() {
    deliveries = new Timer("deliveries");
    deliveries.schedule(new TimerTask() {
      @Override
      public void run() {
        deliver();
      }
    }, 10, 10);
  }

  protected void tearDown() {
    messages.clear();
    if (deliveries != null) {
      deliveries.cancel();
      deliveries = null;
    }
  }

  private synchronized void deliver() {
    messages.add("message " + messages.size());
  }
}
