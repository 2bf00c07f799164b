import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class InnerSession {
  private final Session session = new Session();

  private class Session {
    private final ScheduledExecutorService beat = Executors.newScheduledThreadPool(1); // BUG

    void go() {
      beat.scheduleAtFixedRate(() -> {}, 1, 1, TimeUnit.SECONDS);
    }

    void close() {}
  }

  void run() {
    session.go();
    session.close();
  }
}
