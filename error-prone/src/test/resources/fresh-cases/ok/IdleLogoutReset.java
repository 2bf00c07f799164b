// ok: each sign of life takes the logout before back
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

class IdleLogoutReset {
  private final ScheduledExecutorService clock;
  private volatile ScheduledFuture<?> logout;

  IdleLogoutReset(ScheduledExecutorService clock) {
    this.clock = clock;
  }

  void seen(String user) {
    ScheduledFuture<?> before = logout;
    logout = clock.schedule(() -> System.out.println("bye " + user), 10, TimeUnit.MINUTES);
    if (before != null) {
      before.cancel(false);
    }
  }

  void close() {
    if (logout != null) {
      logout.cancel(true);
    }
  }
}
