// ok: reconnect disconnects first
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class CoolLink {
  private final ScheduledExecutorService clock;
  private Future<?> heartbeat;

  CoolLink(ScheduledExecutorService clock) {
    this.clock = clock;
  }

  void connect() {
    startHeartbeat();
  }

  void reconnect() {
    disconnect();
    connect();
  }

  private void startHeartbeat() {
    heartbeat = clock.scheduleAtFixedRate(() -> System.out.println("beat"), 5, 5, TimeUnit.SECONDS);
  }

  void disconnect() {
    if (heartbeat != null) {
      heartbeat.cancel(false);
    }
  }
}
