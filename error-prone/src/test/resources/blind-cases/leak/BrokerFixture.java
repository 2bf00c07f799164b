// leak: each test sets up one more timer, and tearDown() only forgets the messages
import java.util.ArrayList;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;

abstract class BrokerFixture {
  private Timer deliveries;
  private final List<String> messages = new ArrayList<>();

  protected void setUp() {
    deliveries = new Timer("deliveries"); // BUG
    deliveries.schedule(new TimerTask() {
      @Override
      public void run() {
        deliver();
      }
    }, 10, 10);
  }

  protected void tearDown() {
    messages.clear();
  }

  private synchronized void deliver() {
    messages.add("message " + messages.size());
  }
}
