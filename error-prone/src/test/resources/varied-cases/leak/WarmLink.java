// leak: reconnect starts the heartbeat over the old one
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class WarmLink {
  private final ScheduledExecutorService clock;
  private Future<?> heartbeat;
  private boolean up;

  WarmLink(ScheduledExecutorService clock) {
    this.clock = clock;
  }

  void connect() {
    up = true;
    startHeartbeat();
  }

  void reconnect() {
    up = false;
    connect();
  }

  private void startHeartbeat() {
    heartbeat = clock.scheduleAtFixedRate(() -> System.out.println("beat " + up), 5, 5, TimeUnit.SECONDS); // BUG
  }

  void disconnect() {
    up = false;
    if (heartbeat != null) {
      heartbeat.cancel(false);
    }
  }
}
