// leak: each sign of life schedules one more logout, and forgets the one before
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

class IdleLogout {
  private final ScheduledExecutorService clock;
  private volatile ScheduledFuture<?> logout;
  private String user;

  IdleLogout(ScheduledExecutorService clock) {
    this.clock = clock;
  }

  void seen(String user) {
    this.user = user;
    logout = clock.schedule(this::leave, 10, TimeUnit.MINUTES); // BUG
  }

  private void leave() {
    System.out.println("bye " + user);
  }

  void close() {
    ScheduledFuture<?> waiting = logout;
    if (waiting != null) {
      waiting.cancel(true);
    }
  }
}
