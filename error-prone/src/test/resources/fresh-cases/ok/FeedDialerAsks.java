// ok: the waiting dial asks whether anybody still wants it
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class FeedDialerAsks {
  private final ScheduledExecutorService loop;
  private volatile Object wanted;
  private int delay = 1;

  FeedDialerAsks(ScheduledExecutorService loop) {
    this.loop = loop;
  }

  void connect(String host) {
    wanted = host;
    System.out.println("dial " + host);
  }

  void lost(String host) {
    if (wanted != null) {
      loop.schedule(() -> {
        if (wanted != null) {
          connect(host);
        }
      }, delay, TimeUnit.SECONDS);
      delay = Math.min(delay * 2, 600);
    }
  }

  void disconnect() {
    wanted = null;
    System.out.println("hang up");
  }
}
