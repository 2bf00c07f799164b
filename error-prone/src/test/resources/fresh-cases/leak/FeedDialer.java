// leak: the waiting dial does not ask what was wanted when it was scheduled
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class FeedDialer {
  private final ScheduledExecutorService loop;
  private volatile Object wanted;
  private int delay = 1;

  FeedDialer(ScheduledExecutorService loop) {
    this.loop = loop;
  }

  void connect(String host) {
    wanted = host;
    System.out.println("dial " + host);
  }

  void lost(String host) {
    if (wanted != null) {
      loop.schedule(() -> connect(host), delay, TimeUnit.SECONDS); // BUG
      delay = Math.min(delay * 2, 600);
    }
  }

  void disconnect() {
    wanted = null;
    System.out.println("hang up");
  }
}
