// leak: closes, but a delayed reconnect is left
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class LinkRevive {
  private final ScheduledExecutorService clock;
  private boolean active;

  LinkRevive(ScheduledExecutorService clock) {
    this.clock = clock;
  }

  private void reconnect() {
    active = true;
    System.out.println("connecting");
  }

  void channelInactive(long delaySeconds) {
    clock.schedule(this::reconnect, delaySeconds, TimeUnit.SECONDS); // BUG
  }

  void shutdown() {
    active = false;
    System.out.println("shut " + active);
  }
}
